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
cli-value-template = GRUPPE
cli-value-reference = REFERENCE
cli-value-number = ANTAL
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
fail-no-offer = Der er intet tilbud med id »{ $id }«. Skriv »opstart catalog list« for at se dem alle.
fail-no-offer-near = Der er intet tilbud med id »{ $id }«. Mente du: { $near }?


## Lister

list-none = Der er ingen møder i { $dir }. Skriv »opstart new« for at begynde et.
list-no-folder = Der er ingen møder endnu. De bliver gemt i { $dir }.
list-none-due = Der er ingen møder, der skal følges op nu.
list-follow-up = opfølgning { $date }
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

## Indstillinger

setting-language = Sproget på skærm og kommandolinje
setting-color = Farver: auto følger skærmen og NO_COLOR
setting-sessions = Mappen med møder
setting-catalog = Mappen med tilbudskataloget
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
