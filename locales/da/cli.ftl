# Ord på kommandolinjen.

## Hjælp

cli-heading-usage = Sådan skrives det:
cli-heading-commands = Kommandoer (det danske ord virker også):
cli-heading-arguments = Hvad:
cli-heading-options = Valg:
cli-value-command = KOMMANDO
cli-value-options = VALG
cli-value-dir = MAPPE
cli-value-file = FIL
cli-value-path = STI
cli-value-lang = SPROG
cli-value-color = HVORNÅR
cli-value-format = FORM
cli-value-from = FORMAT
cli-value-template = GRUPPE
cli-value-reference = REFERENCE
cli-value-document = DOKUMENT
cli-value-name = NAVN
cli-value-key = NØGLE
cli-value-number = ANTAL
cli-value-version = NUMMER
cli-value-session = MØDE
cli-value-query = ORD
cli-value-id = ID

cli-opstart = Fører jer gennem et opstartsmøde, fra tastaturet. Uden kommando: listen over møder.
cli-new = Nyt møde (ny)
cli-new-template = Skabelon: adult (voksen), youth (ung) eller family (familie). Voksen, hvis intet er valgt.
cli-new-reference = Borgerens initialer og lokale sagsnummer. Aldrig CPR-nummer.
cli-new-no-open = Laver kun filen, og skriver hvor den ligger
cli-open = Åbner et møde (åbn)
cli-show = Borgerens skærm: følger mødet i et andet vindue og kan kun læses (vis)
cli-demo = Øvelsessagen i en midlertidig mappe, eller mange opdigtede møder
cli-demo-many = Så mange opdigtede møder lægges i mappen
cli-demo-dir = Mappen til de opdigtede møder
cli-list = Liste over møder (liste)
cli-list-due = Kun dem, der skal følges op nu
cli-list-fictitious = Tager opdigtede møder med blandt dem, der skal følges op
cli-export = Skriver et dokument om et møde (udskriv)
cli-export-as = insight (alt om borgeren), readback (det aftalte) eller json (til programmer)
cli-export-format = text eller markdown
cli-export-output = Filen, der skrives. Ellers skrives på skærmen.
cli-delete = Sletter et møde for altid (slet)
cli-delete-yes = Slet. Uden det siges kun, hvad der ville ske.
cli-delete-unfiled = Også når mødet aldrig er journaliseret
cli-vault = Kryptering af mappen med møder (boks)
cli-vault-init = Slår kryptering til
cli-vault-key = Viser din offentlige nøgle, og laver en, hvis du ingen har (nøgle)
cli-vault-add = Giver en kollega adgang (tilføj)
cli-vault-name = Kollegaens navn
cli-vault-add-key = Kollegaens offentlige nøgle, age1…
cli-vault-remove = Lukker en kollega ude (fjern)
cli-vault-remove-name = Navn eller offentlig nøgle
cli-vault-renew = Krypterer alt igen, hvis det blev afbrudt (forny)
cli-vault-off = Slår kryptering fra (fra)
cli-vault-off-yes = Gør det. Uden det siges kun, hvad der ville ske.
cli-vault-status = Hvem der kan læse, og hvilke filer der er krypteret
cli-history = Tidligere udgaver af et møde, den nyeste først (historik)
cli-restore = Henter en tidligere udgave af et møde tilbage (gendan)
cli-restore-version = Udgavens nummer, som »opstart history« viser det
cli-restore-output = Skriver udgaven til en ny fil, og lader mødet være
cli-check = Ser møder, katalog og indstillinger efter for fejl (tjek)
cli-check-paths = Filer og mapper. Intet: alt det, programmet bruger.
cli-catalog = Tilbudskataloget. Uden mere: på skærmen (katalog)
cli-catalog-search = Søger i kataloget (søg)
cli-catalog-search-query = Det, du søger. Intet: alle tilbud.
cli-catalog-search-queries = En fil med én søgning på hver linje; - læser fra tastatur eller rør
cli-catalog-search-limit = Så mange tilbud for hver søgning. Ellers 10.
cli-catalog-show = Viser ét tilbud (vis)
cli-catalog-show-id = Tilbuddets id, som det står i listen
cli-catalog-list = Alle tilbud (liste)
cli-catalog-import = Læser tilbud fra en fil i et andet format ind i en katalogmappe (indlæs)
cli-catalog-import-from = Hvad det er: csv (regneark), hsds (Open Referral) eller oruk (Open Referral UK)
cli-catalog-import-path = Filen, eller mappen med pakken
cli-catalog-import-into = Katalogets mappe. Laves, hvis den ikke er der; ellers erstattes tilbud med samme id.
cli-catalog-export = Skriver kataloget i et andet format (udlæs)
cli-catalog-export-as = Hvad det bliver: csv (regneark) eller hsds (Open Referral, en mappe)
cli-catalog-export-path = Filen, eller mappen til pakken
cli-catalog-check = Ser kataloget efter: fejl, forfaldne gennemgange og svære tekster (tjek)
cli-catalog-missing = Det, møderne manglede, det hyppigste først (mangler)
cli-catalog-missing-fictitious = Tager opdigtede møder med
cli-keys = Alle taster (taster)
cli-keys-markdown = Som Markdown, til en side om tasterne
cli-settings = Viser hver indstilling og hvor den kommer fra (indstillinger)
cli-arg-session = Mødets fil eller id, eller begyndelsen af det
cli-arg-format = text (til at læse) eller json (til programmer)
cli-arg-sessions = Mappen med møder (også: OPSTART_SESSIONS)
cli-arg-catalog = Mappen med tilbudskataloget (også: OPSTART_CATALOG)
cli-arg-lang = Sprog: da eller en (også: OPSTART_LANG)
cli-arg-color = Farver: auto, always (altid) eller never (aldrig)
cli-arg-help = Viser denne hjælp
cli-arg-version = Viser programmets version

## Når kommandolinjen er forkert

cli-wrong = Kommandoen kan ikke forstås. Intet er ændret.
cli-wrong-value = Værdien »{ $value }« kan ikke bruges til { $arg }.
cli-wrong-no-value = Der mangler en værdi til { $arg }.
cli-wrong-argument = »{ $arg }« hører ikke til denne kommando.
cli-wrong-command = Der er ingen kommando, der hedder »{ $arg }«.
cli-wrong-conflict = { $arg } kan ikke bruges sammen med { $other }.
cli-wrong-missing = Der mangler noget: { $arg }.
cli-wrong-utf8 = Kommandolinjen indeholder tegn, der ikke kan læses.
cli-wrong-meant = Mente du »{ $meant }«?
cli-wrong-choose = Vælg mellem: { $valid }.
cli-wrong-help = Skriv »opstart --help« for at se, hvad du kan skrive.

## Boksen

sealed-locked = filen er krypteret, og din nøgle er ikke låst op
sealed-for-others = filen er krypteret til andre end dig
sealed-wrong-passphrase = Adgangssætningen er ikke den rigtige.
sealed-damaged = den krypterede fil er beskadiget
vault-explained =
    Nu bliver alle møder i mappen krypteret.
    De kan kun åbnes med en nøgle og dens adgangssætning. Mister du en af dem, og er du alene om mappen, kan ingen åbne møderne igen: ikke IT, og ikke dem, der har lavet opstart.
    Derfor: gem en kopi af nøglefilen et sikkert sted, og giv mindst én kollega adgang.
vault-choose = Vælg en adgangssætning til din nøgle: gerne fire-fem ord, du kan huske. Den vises ikke, mens du skriver.
vault-passphrase = Adgangssætning:
vault-passphrase-again = Den passede ikke. Prøv igen:
vault-passphrase-repeat = Skriv den igen:
vault-not-the-same = De to adgangssætninger er ikke ens, eller der står intet. Intet er ændret. Prøv igen.
vault-short = Den er kort. En længere adgangssætning er meget sværere at gætte.
vault-key-made = Din nøgle ligger i { $path }. Gem en kopi af filen et sikkert sted.
vault-no-terminal = Adgangssætningen kan kun skrives i et terminalvindue. Intet er ændret.
vault-stopped = Afbrudt. Intet er ændret.
vault-no-key = Møderne i mappen er krypteret, og du har ingen nøgle. Skriv »opstart vault key«, og giv nøglen til en kollega, der har adgang.
vault-is-on = Kryptering er slået til i forvejen. Skriv »opstart vault status« for at se hvordan.
vault-is-off = Kryptering er ikke slået til. Skriv »opstart vault init« for at slå den til.
vault-no-such-member = Der er ingen med adgang, der hedder »{ $name }«. Intet er ændret.
vault-last-member = »{ $name }« er den eneste med adgang. Uden nogen kan ingen åbne møderne. Intet er ændret.
vault-removed = Det, der allerede er kopieret ud af mappen, kan stadig åbnes af den, der er lukket ude.
vault-left = { $path } er ikke krypteret igen: { $what }. Luk mødet, og skriv »opstart vault renew«.
vault-off = { $dir }: ikke krypteret.
vault-off-would = Alle møder i mappen og deres tidligere udgaver ville ligge læsbare for enhver, der kan komme ind i mappen. Skriv »opstart vault off --yes« for at gøre det.
vault-off-left = { $path } er stadig krypteret: { $what }. Luk mødet, og skriv »opstart vault off --yes« igen.
vault-no-list = Mappen er krypteret, men listen over, hvem der må læse (.vault/recipients.txt), mangler eller er tom. Intet bliver skrevet ukrypteret. Hent listen fra en sikkerhedskopi, eller skriv »opstart vault init« for at lave en ny.
vault-on = { $dir }: { $sealed } filer er krypteret, { $plain } er ikke. Adgang har:
vault-you = (dig)
vault-plain = Ikke krypteret: { $path }
vault-unfinished = Krypteringen blev ikke færdig. Skriv »opstart vault renew«.
vault-alone = Kun én har adgang. Giv mindst én kollega adgang, så møderne ikke går tabt med én nøgle.
vault-failed = Det gik ikke: { $what }.
vault-bad-key = »{ $key }« er ikke en offentlig nøgle. En nøgle begynder med age1.

## Kryptering, som den står ved siden af mappen

vault-is-sealed = krypteret
vault-is-partly-sealed = delvist krypteret
vault-is-locked = krypteret og låst
vault-is-unknown = kryptering ukendt
vault-locked = Afslut, og start opstart igen. Så bliver du spurgt om din adgangssætning, og møderne kan læses.
vault-not-member = Møderne er ikke krypteret til din nøgle. Giv nøglen fra »opstart vault key« til en kollega, der har adgang.
vault-unknown = Det kan ikke ses, om møderne er krypteret: Listen over dem, der har adgang, kan ikke læses. Skriv »opstart vault status«.
list-vault = Mappe ({ $vault }): { $dir }.


## Hvad systemet siger

system-not-found = den findes ikke
system-not-allowed = du har ikke lov til det
system-full = disken er fuld
system-not-a-file = det er ikke en fil eller mappe, der kan bruges her
system-busy = nogen har den åben

## Hvorfor en fil ikke kan læses

read-empty = filen er tom
read-not-utf8 = filen er ikke gemt som UTF-8
read-too-big = filen fylder { $size } MB, og det er for meget
read-newer = filen er lavet med en nyere udgave af opstart (version { $version })
read-not-a-session = filen er ikke et møde
fault-ends = teksten stopper midt i det hele
fault-missing = der mangler et »{ $sign }«
fault-word = »{ $found }« kan ikke stå her; det kan { $allowed }
fault-twice = feltet »{ $field }« står to gange
fault-value = værdien kan ikke bruges her ({ $what })
fault-id = id'et { $id } står to gange
fault-other = det kan ikke læses ({ $what })

## Møder, der ikke kan åbnes

open-missing = { $path } findes ikke. Skriv »opstart list« for at se de møder, der er.
open-refused = { $path } kan ikke åbnes: { $what }. Filen er ikke ændret.
open-newer = { $path } kan ikke åbnes: { $what }. Filen er ikke ændret. Hent den nyeste udgave af opstart, og prøv igen.
open-damaged =
    { $path } kan ikke åbnes. Linje { $line }, tegn { $column }: { $what }.
    Filen er ikke ændret, og de andre møder virker. Ret linjen i Notesblok (gem som UTF-8), eller hent filen fra en sikkerhedskopi.
open-unreadable =
    { $path } kan ikke åbnes: { $what }.
    Filen er ikke ændret, og de andre møder virker. Hent filen fra en sikkerhedskopi, hvis den skulle være et møde.
open-sealed =
    { $path } kan ikke åbnes: { $what }.
    Filen er ikke ændret, og de andre møder virker. »opstart vault status« siger, hvem der har adgang; bed en af dem om at give dig den.
name-unknown = Der er intet møde, der hedder »{ $name }«, i { $dir }. Skriv »opstart list« for at se dem, der er.
name-near = Der er intet møde, der hedder »{ $name }«. Mente du: { $near }?
name-several = »{ $name }« kan være flere møder: { $matches }. Skriv lidt mere af navnet.

## Når en kommando ikke kan gøres færdig

fail-no-screen = Det kræver en skærm og et tastatur. Kør kommandoen i et terminalvindue uden at sende dens tekst videre.
fail-catalog = Tilbudskataloget i { $path } kan ikke læses: { $what }. Ret mappen med --catalog, eller lad den være tom for at bruge det indbyggede katalog.
fail-sessions = Mappen med møder, { $path }, kan ikke læses: { $what }. Intet er ændret. Vælg en anden mappe med --sessions.
fail-create = Mødet kan ikke laves i { $path }: { $what }. Intet er ændret. Vælg en anden mappe med --sessions.
fail-print = Teksten kan ikke skrives ud: { $what }.
fail-queries = Søgningerne i { $path } kan ikke læses: { $what }.
fail-export = { $path } kan ikke skrives: { $what }. Mødet er ikke ændret. Vælg en anden fil med -o.
fail-export-there = { $path } findes i forvejen og er ikke rørt. Vælg et andet navn.
fail-delete = { $path } kan ikke slettes: { $what }. Intet er ændret.
exported = Skrevet i { $path }. Filen er ikke beskyttet af opstart: gem den i fagsystemet, og slet den igen.
journal-title = Det aftalte: { $reference }
delete-no-meeting = { $path } er ikke et møde. Intet er slettet.
delete-would = { $path } og alt, hvad opstart har gemt om mødet, vil blive slettet for altid.
delete-how = Tilføj --yes for at slette.
delete-unfiled = Mødet er ikke journaliseret. Journalisér det først; tilføj --yes --unfiled for at slette alligevel.
delete-journal = Her er det aftalte til journalen. Noter, ønsker og resten er ikke med; alt står med »opstart export MØDE --as insight«:
delete-done = { $path } og { $versions } tidligere udgaver er slettet.
delete-out-of-reach = Sikkerhedskopier, synkroniserede mapper og udskrifter kan opstart ikke nå. Bed IT om at slette dem.
fail-no-offer = Der er intet tilbud med id »{ $id }«. Skriv »opstart catalog list« for at se dem alle.
fail-no-offer-near = Der er intet tilbud med id »{ $id }«. Mente du: { $near }?


## Lister

list-none = Der er ingen møder i { $dir }. Skriv »opstart new« for at begynde et.
list-no-folder = Der er ingen møder endnu. De bliver gemt i { $dir }.
list-none-due = Der er ingen møder, der skal følges op nu.
list-follow-up = opfølgning { $date }
list-delete = slettes fra { $date }
list-example = { $reference } (eksempel)
demo-written = { $count ->
    [one] Ét opdigtet møde ligger nu i { $dir }.
   *[other] { $count } opdigtede møder ligger nu i { $dir }.
}
catalog-nothing = Intet tilbud passer til »{ $query }«.
catalog-problems = { $count ->
    [one] Der er én fejl i kataloget; resten bruges. Skriv »opstart check« for at se den.
   *[other] Der er { $count } fejl i kataloget; resten bruges. Skriv »opstart check« for at se dem.
}

## Tidligere udgaver

history-none = Der er ingen tidligere udgaver af mødet.
history-then = derefter { $changes }
restore-done = Udgaven fra { $time } er hentet tilbage i { $path }. Det, der stod før, er nu udgave 1.
restore-written = Udgaven fra { $time } ligger nu i { $path }.
restore-held = Mødet er åbent hos { $by }. Intet er ændret. Luk det dér først, eller skriv udgaven til en ny fil med -o.
restore-taken = { $path } findes allerede. Intet er ændret. Vælg et andet navn.
restore-no-version = Der er ingen udgave { $number }. Der er { $count }. Skriv »opstart history« for at se dem.
fail-restore = { $path } kan ikke læses eller skrives: { $what }. Mødet er, som det var.
## Indlæsning og udlæsning af kataloget

import-done = { $read } tilbud læst. I { $dir }: { $added } nye, { $replaced } erstattet, { $unchanged } uændret.
import-nothing = Intet er læst, og intet er skrevet.
import-place = { $file } linje { $row }
import-more = { $count } gange i alt
fail-import-read = »{ $path }« kan ikke læses: { $what }. Intet er ændret.
fail-import-target = »{ $path }« er en mappe med andet end et katalog. Intet er ændret. Vælg en ny mappe eller en, der har municipality.ron.
fail-import-damaged = »{ $file }« i kataloget kan ikke læses. Intet er ændret. Skriv »opstart check« for at se fejlen.
fail-import-write = Kataloget i »{ $path }« kunne ikke skrives færdig: { $what }. De filer, der er skrevet, er hele. Indlæs igen, når det er rettet.
fail-export-write = »{ $path }« kunne ikke skrives: { $what }. Kataloget er uændret.
fail-export-target = »{ $path }« er en mappe med andet end en HSDS-pakke. Intet er skrevet. Vælg en ny mappe.
export-done = { $count ->
    [one] Ét tilbud er skrevet til { $path }.
   *[other] { $count } tilbud er skrevet til { $path }.
}
import-too-big = for stor eller en for meget; den er ikke læst
import-damaged = kan ikke læses som JSON: { $subject }
import-outside-package = pakken nævner en fil uden for sin egen mappe; den er ikke læst: { $subject }
import-nothing-found = her er ingen tilbud
import-too-many-rows = flere end { $subject } rækker; resten er ikke læst
import-cut-text = teksten er for lang; slutningen er skåret af: { $subject }
import-no-description = pakkens beskrivelse kan ikke læses; filerne er kendt på deres navne
import-missing-file = pakken nævner en fil, som ikke er der: { $subject }
import-unknown-file = filen bruges ikke: { $subject }
import-encoding = læst som tegnsættet { $subject }
import-bad-characters = tegn, som ikke kunne læses
import-separator = kolonnerne er skilt af »{ $subject }«
import-empty-row = hverken id eller navn; rækken er ikke læst: { $subject }
import-short-row = færre felter end der er kolonner: { $subject }
import-long-row = flere felter end der er kolonner; de sidste er ikke læst: { $subject }
import-broken-quote = et anførselstegn uden sit makkertegn; linjerne er læst én for én: { $subject }
import-duplicate-id = samme id flere gange; kun det ene er læst: { $subject }
import-looks-alike = samme navn og tekst som et andet; begge er læst: { $subject }
import-dangling = { $column } peger på noget, som ikke er der: { $subject }
import-unknown-column = kolonnen kendes ikke og er ikke læst: { $column }
import-double-column = to kolonner for det samme; den anden bruges kun, hvor den første er tom: { $column }
import-missing-column = kolonnen mangler: { $column }
import-missing-value = { $column } mangler: { $subject }
import-made-id = id er lavet af navnet: { $subject }
import-bad-value = { $column } kan ikke forstås og er sat til ukendt: { $subject }
import-markup = HTML er lavet om til tekst: { $subject }
import-control = styretegn er fjernet: { $subject }
import-written-line-ends = skrevne linjeskift (\n) er lavet om til linjeskift: { $subject }
import-no-place = kataloget har ikke et felt til { $column }: { $subject }
import-metadata = tidligere værdier og hvem der rettede dem læses aldrig

## Fejl, som »opstart check« finder

check-fine = Ingen fejl: { $sessions ->
    [one] ét møde
   *[other] { $sessions } møder
} og { $offers } tilbud er set efter.
check-found = { $count ->
    [one] Én fejl
   *[other] { $count } fejl
} i { $sessions ->
    [one] ét møde
   *[other] { $sessions } møder
} og { $offers } tilbud. Ingen filer er ændret.
check-unknown-field = feltet »{ $field }« kendes ikke i denne udgave; filen kan kun læses
catalog-unknown-field = feltet »{ $field }« kendes ikke og bruges ikke
catalog-duplicate-id = id'et »{ $id }« er brugt før; dette tilbud bruges ikke
catalog-duplicate-template = skabelonen »{ $key }« findes allerede; denne bruges ikke
catalog-no-id = tilbuddet »{ $name }« har intet id og bruges ikke
catalog-no-name = tilbuddet »{ $id }« har intet navn
catalog-no-plain = tilbuddet »{ $id }« mangler en sætning til borgeren (plain)
catalog-unknown-department = tilbuddet »{ $id }« hører til afdelingen »{ $key }«, som ikke står i municipality.ron
catalog-unknown-theme = tilbuddet »{ $id }« har temaet »{ $key }«, som ikke står i municipality.ron
catalog-unknown-file = filen hører ikke til i et katalog og er ikke læst

## »opstart catalog check« og »missing«

catalog-duplicate-rule = reglen »{ $id }« har intet id eller et, der er brugt før; den bruges ikke
checked-advice = {"råd: "}
checked-catalog = { $offers } tilbud set efter: { $wrong ->
    [0] ingen fejl
    [one] én fejl
   *[other] { $wrong } fejl
} og { $advice } råd.
flaw-same-name = tilbuddet »{ $id }« har samme navn som »{ $other }« i samme afdeling
flaw-unknown-key = »{ $id }«: »{ $key }« i { $field } står ikke i municipality.ron
flaw-unknown-offer = »{ $id }«: { $field } peger på tilbuddet »{ $other }«, som ikke findes eller er det selv
flaw-no-description = tilbuddet »{ $id }« mangler en faglig beskrivelse (description)
flaw-law-ended = tilbuddet »{ $id }« bygger på { $paragraph }, som kun gjaldt til og med { $date }
flaw-rule-without-offers = reglen »{ $id }« gælder tilbud, men nævner ingen (offers)
flaw-never-reviewed = tilbuddet »{ $id }« er aldrig gennemgået (reviewed)
flaw-review-overdue = tilbuddet »{ $id }« skulle være gennemgået { $date }
flaw-rule-never-checked = reglen »{ $id }« er aldrig sammenholdt med loven (checked)
flaw-rule-overdue = reglen »{ $id }« er sidst sammenholdt med loven { $date }
flaw-rule-ended = reglen »{ $id }« gjaldt kun til og med { $date }
flaw-hard-sentence = tilbuddet »{ $id }«: sætningen, der begynder »{ $begins }«, har { $words } ord; højst { $most } er let at læse
flaw-hard-words = tilbuddet »{ $id }«: { $share } af 100 ord har over 6 bogstaver; højst { $most } er let at læse
flaw-hard-lix = tilbuddet »{ $id }«: teksten til borgeren har lix { $lix }; højst { $most } er let at læse
missing-none = Der er ikke noteret manglende tilbud i { $sessions ->
    [one] ét møde
   *[other] { $sessions } møder
}.
missing-head = Manglende tilbud fra { $sessions ->
    [one] ét møde
   *[other] { $sessions } møder
}:
missing-times = { $count } ×
missing-by-theme = Efter tema:
missing-by-department = Efter afdeling:
missing-unnamed = ikke noteret

## Indstillinger

setting-language = Sproget på skærm og kommandolinje
setting-color = Farver: auto følger skærmen og NO_COLOR
setting-sessions = Mappen med møder
setting-catalog = Mappen med tilbudskataloget
setting-idle_minutes = Minutter uden tastetryk, før skærmen dækkes; 0 er aldrig
setting-retention_days = Dage fra et møde er journaliseret, til det bør slettes her
setting-versions-days = Så mange dage gemmes tidligere udgaver, én for hver dag; i dag gemmes alle
settings-choose = { $meaning } (vælg mellem { $values })
settings-built-in = (det indbyggede)
settings-file = Dine egne indstillinger står i { $path }
settings-unknown = der er ingen indstilling, der hedder »{ $name }«
settings-value = indstillingen »{ $name }« kan ikke være »{ $value }«; den regnes for ikke sat
origin-default = fra programmet selv
origin-here = fordi mappen findes her
origin-municipality = fra kommunens municipality.ron
origin-user = fra din egen settings.ron
origin-locked = fastlåst af kommunen i municipality.ron
origin-environment = fra en miljøvariabel
origin-command-line = fra kommandolinjen

## Et tilbud

row-unknown = ukendt
row-yes = ja
row-no = nej
row-all = alle
row-id = Id
row-state = Status
row-state-under-review = Under vurdering
row-state-closed = Udgået eller lukket for nye
row-department = Afdeling
row-provider = Leverandør
row-legal = Lovgrundlag
row-target = Målgruppe
row-ages = Alder
row-ages-from = fra { $from } år
row-ages-to = til og med { $to } år
row-ages-between = { $from }–{ $to } år
row-benefits = Ydelsesgrupper
row-areas = Områder
row-excluded = Udelukkelse
row-purpose = Formål
row-description = Faglig beskrivelse
row-content = Indhold og metode
row-themes = Temaer
row-forms = Form
row-duration = Varighed
row-weeks = { $weeks ->
    [one] 1 uge
   *[other] { $weeks } uger
}
row-weeks-from = mindst { $weeks ->
    [one] 1 uge
   *[other] { $weeks } uger
}
row-weeks-between = { $from }–{ $to } uger
row-intensity = Intensitet
row-start = Opstart
row-capacity = Pladser
row-free = Ledige pladser
row-waiting = Ventetid i uger
row-updated = Pladser og ventetid oplyst
row-access = Adgang
row-authority = Hvem træffer afgørelse
row-referral = Sådan henvises
row-guarantee = Frist eller garanti
row-contact = Kontakt
row-place = Sted
row-transport = Transport
row-accessible = Tilgængeligt for alle
row-languages = Sprog og tolk
row-anonymous = Kan bruges anonymt
row-price = Egenbetaling
row-rate = Takst
row-evidence = Evidens
row-requires = Kræver først
row-combines = Går godt sammen med
row-keywords = Andre ord
row-portal = Nummer i Tilbudsportalen
row-owner = Ejer af beskrivelsen
row-reviewed = Sidst gennemgået
row-next-review = Næste gennemgang
row-unverified = Ikke kontrolleret
provider-Municipal = kommunen
provider-Region = regionen
provider-State = staten eller selvejende
provider-Private = privat
provider-Voluntary = civilsamfund
form-Individual = enkeltvis
form-Group = gruppe
form-Online = på skærm
form-Residential = ophold
form-Company = virksomhed
form-Benefit = ydelse
evidence-Proven = virker ifølge undersøgelser
evidence-Promising = lovende
evidence-Practice = kendt fra praksis

# The screen could not be used.
fail-terminal = Skærmen kan ikke bruges: { $what }. Ingen filer er ændret. Prøv igen i et almindeligt terminalvindue.
