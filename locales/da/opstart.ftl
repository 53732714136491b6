# Skærmens ord på dansk.
#
# En kommune kan ændre dem i sin egen fil. Nøglen til venstre skal stå uændret, og det samme skal ord som { $navn }.
# `.hint` er den korte forklaring, der hører til et felt eller en handling.

## Programmet

app-name = opstart
saved = Gemt { $time }
saving = Gemmer …
save-failed = IKKE GEMT: { $cause } – prøver igen
save-disk-full = der er ikke mere plads på disken
save-no-folder = mappen findes ikke mere
save-not-allowed = du må ikke skrive i mappen
save-no-vault = boksens liste over adgang mangler
save-no-share = forbindelsen til drevet er væk
save-no-answer = drevet svarer ikke
saved-after-all = Det sidste er nu gemt.
save-other = filen kunne ikke skrives
saves-itself = Alt gemmes af sig selv, mens du skriver.
saving-again = Prøver at gemme igen. Sidst gik det ikke: { $cause }.
stay-unsaved = Mødet er ikke gemt endnu: { $cause }. Bliv her, til det er gemt.
quit-unsaved = Det sidste er ikke gemt: { $cause }. Programmet prøver igen hele tiden. Vil du blive, til det er gemt?
read-only-mark = Kun læsning
read-only-mark-held = Kun læsning: åbent hos { $by }
read-only-mark-free = Kun læsning: Ctrl+R skriver
read-only-closed = Mødet er lukket. Vælg ”Ret det lukkede møde” med Ctrl+P, hvis noget skal rettes.
read-only-held = Mødet er åbent hos { $by }. Du kan læse det, men ikke ændre det.
read-only-free = { $by } har forladt mødet. Ctrl+R: skriv i det her.
writes-now = Nu kan du skrive i mødet.
read-only-unknown = Filen har felter, som denne udgave ikke kender: { $fields }. Du kan læse mødet, men ikke ændre det.
example-mark = EKSEMPEL
example-copy = Det er en kopi af et eksempel. Du kan roligt prøve dig frem.
too-small = Vinduet er for lille. Gør det mindst { $width } × { $height } tegn. Alt bliver gemt. Det, du skriver, kommer i feltet som før. Andre taster gør ingenting så længe. Ctrl+Q afslutter.
too-small-unsaved = Vinduet er for lille. Gør det mindst { $width } × { $height } tegn. Det, du skriver, kommer i feltet som før. Andre taster gør ingenting så længe.
privacy-screen = Skærmen er dækket. Tryk på en tast for at fortsætte.
esc-does-not-quit = Her er ikke mere at gå tilbage fra. Ctrl+Q afslutter.
warn-cpr = Det ligner et CPR-nummer. Det hører til i fagsystemet: skriv initialer og sagsnummer i stedet.
interrupt-again = Tryk Ctrl+C igen for at afslutte – alt er gemt.
interrupt-again-unsaved = Det sidste er ikke gemt endnu. Tryk Ctrl+C igen, hvis du vil afslutte.

## Møderne på listen

insight-title = Indsigt: alt, hvad opstart har gemt om { $reference }
insight-count = { $count ->
    [one] Der er { $count } møde.
   *[other] Der er { $count } møder.
}
insight-others = Se dokumentet igennem for oplysninger om andre, før det gives til borgeren. Tidligere udgaver af møderne og det, der er flyttet til fagsystemet, er ikke med.
insight-file = Fil
insight-versions = Tidligere udgaver
insight-unread = Kunne ikke læses, og kan høre til: { $files }. Indsigten er derfor måske ikke hel.
insight-status = Status
insight-misfit = Talte imod tilbuddet
home-title = Møder
home-empty = Her kommer jeres møder til at stå.
home-empty-how = Tryk Ctrl+N for at begynde på det første.
home-reading = Henter …
home-no-match = Ingen møder passer. Esc rydder søgningen.
home-folder-own = Egen mappe{ $vault }: { $folder }
home-folder-team = Teammappe{ $vault }: { $folder }
exposed-others = Andre på maskinen kan se ind i mappen med møder. Bed IT om at lukke den, eller vælg en anden mappe.
exposed-synced = Mappen med møder kopieres af { $program } til andre maskiner. Vælg en mappe, der ikke synkroniseres.
exposed-git = Mappen med møder ligger i et git-arkiv ({ $tree }). Vælg en anden mappe, så møder ikke bliver delt ved en fejl.
home-can-be-deleted = kan slettes
home-open = åbent nu
home-open-at = åbent hos { $by }
home-column-date = Dato
home-column-reference = Borger
home-column-status = Status
home-column-progress = Udfyldt
home-column-follow-up = Følges op
progress-of = { $done } af { $total }
examples-stay = Eksemplerne bliver stående og kan ikke slettes.
file-damaged = Filen { $file } kan ikke læses og er ikke ændret: { $what }
deleted = Mødet er slettet.
ask-delete = Vil du slette { $name } for altid? Det kan ikke fortrydes.
ask-delete-unfiled = { $name } er IKKE journaliseret. Læg det aftalte i fagsystemet først: Her kan du se det og kopiere det; noter og resten af mødet er ikke med. Vil du slette mødet for altid? Det kan ikke fortrydes.

## Intet går tabt: tidligere udgaver, ændringer udefra, et andet sted

menu-versions = Tidligere udgaver: den nyeste først
no-versions = Der er ingen tidligere udgaver af mødet endnu.
version-opened = da mødet blev åbnet
version-step = ved skift af trin
version-timed = undervejs
version-left = da mødet blev forladt
version-restore = før en udgave blev hentet
version-outside = ændret udefra
version-update = før opdatering af filen
version-unreadable = kan ikke læses
version-not-kept = Den tidligere udgave kunne ikke gemmes. Mødet selv er gemt.
version-is-the-same = Udgaven er magen til det, der står nu.
counts-changed = { $count ->
    [one] 1 ændret
   *[other] { $count } ændrede
}
counts-added = { $count ->
    [one] 1 ny
   *[other] { $count } nye
}
counts-removed = { $count ->
    [one] 1 fjernet
   *[other] { $count } fjernede
}
counts-none = ingen ændringer
ask-restore = Vil du hente udgaven fra { $time }? Det, der står nu, bliver ændret: { $changes }. Du kan fortryde det.
button-keep-present = Behold det, der står nu
button-restore = Hent udgaven
restored = Udgaven fra { $time } er hentet. Ctrl+Z fortryder.
deleted-versions = { $count ->
    [one] Mødet og 1 tidligere udgave er slettet.
   *[other] Mødet og { $count } tidligere udgaver er slettet.
}
came-in = { $count ->
    [0] Noget er flyttet udefra.
    [one] 1 ændring kom ind udefra.
   *[other] { $count } ændringer kom ind udefra.
}
came-in-two = {" "}{ $count ->
    [one] 1 felt har to tekster med [ELLER] imellem.
   *[other] { $count } felter har to tekster med [ELLER] imellem.
}
came-in-noted = {" "}{ $count ->
    [one] 1 ting står under Parkeret til senere.
   *[other] { $count } ting står under Parkeret til senere.
}
noted-theirs = { $what } var ændret udefra: { $theirs }
noted-without = { $what } var anderledes udefra.
saved-beside = Filen er ændret af noget andet og kan ikke læses. Den er ikke rørt. Mødet gemmes nu i { $path }
saved-elsewhere = Mødet er gemt i { $path }. Programmet prøver stadig det rigtige sted.
not-saved-elsewhere = Mødet kunne ikke gemmes i { $path }: { $cause }.
save-hint = IKKE GEMT: { $cause }. Programmet prøver igen. Ctrl+P og ”Gem et andet sted” gemmer i en anden mappe.
why-saved = Mødet er gemt, hvor det skal være.
ask-elsewhere = Hvor skal mødet gemmes? Skriv mappe og filnavn.
path-needed = Skriv, hvor mødet skal gemmes.
ask-take-over = Mødet er låst af { $by }, som ser ud til at være væk. Vil du overtage det? Skriver I begge, bliver det flettet.
button-only-read = Læs det bare
button-take-over = Overtag mødet
ask-rescue = { $file } kan ikke læses. Filen er ikke ændret. Den nyeste udgave, der kan læses, er fra { $time }. Vil du åbne en kopi af den?
button-leave-it = Lad den være
button-open-copy = Åbn en kopi
ask-forgotten = Mødet har været i gang siden { $time } og er ikke slut på uret. Er det slut?
button-still-runs = Det er stadig i gang
button-it-ended = Det er slut
end-assumed = Mødet er slut. Tidspunktet { $time } er antaget og mærket sådan i filen.
went-back-to = Her slap du sidst. Alt, der stod som gemt, er her.

## Trin

step-preparation = Forberedelse
step-roles = Roller
step-agenda = Dagsorden
step-picture = Fælles billede
step-offers = Tilbud
step-goals = Mål
step-close = Afslutning

## Afsnit på siderne

section-meeting = Mødet
section-citizen = Borgeren
section-referral = Henvisning
section-consent = Samtykke
section-purpose = Formål
section-approach = Tilgang
section-pre-meeting = Formøde
section-handover = Viden fra afgivende sagsbehandler
section-plans = Planer, der findes i forvejen
section-checklist = Tjekliste
section-absent = Hvis borgeren ikke kommer
section-participants = Deltagere
section-advice = Gode råd
section-agenda = Dagsorden
section-picture = Fælles billede
section-offers = Valgte tilbud
section-missing = Manglende tilbud
section-goals = Mål og aftaler
section-read-back = Læs højt for borgeren
section-decisions = Besluttet og foreslået
section-next = Næste møde
section-parked = Parkeret til senere
section-answers = Borgerens svar
section-gaps = Det mangler
section-close = Luk mødet
section-filed = Journalisering

about-job-first = Job fra start: I taler om arbejde fra første møde, og virksomhedskonsulenten har et par konkrete forslag med.
about-relation-first = Relation først: I lærer hinanden at kende. Virksomhedsbesøg og snusepraktik kan komme senere.
about-toned-down = Nedtonet: Arbejde bliver nævnt, men fylder kun lidt. Ro og tillid kommer først.
about-picture = Vælg de kort, der betyder noget for borgeren nu. Mellemrum sætter kryds. Resten må gerne stå tomme.

add-member = + Tilføj et familiemedlem
add-consent = + Tilføj et samtykke
add-plan = + Tilføj en plan
add-check = + Tilføj et tjekpunkt
add-participant = + Tilføj en deltager
add-item = + Tilføj et punkt
add-missing = + Notér et manglende tilbud
add-goal = + Tilføj et mål
add-sub-goal = + Tilføj et delmål
add-action = + Tilføj en aftale
add-decision = + Tilføj en beslutning
add-parked = + Parkér noget til senere

empty-members = Her står de i familien, som planen gælder for.
empty-consents = Her står borgerens samtykke til, at I må dele oplysninger.
empty-plans = Her står de planer, borgeren har i forvejen, og deres frister.
empty-participants = Her står dem, der er med til mødet, borgeren først.
empty-agenda = Dagsordenen er tom. Tag en færdig dagsorden, eller tilføj det første punkt.
empty-offers = Her står de tilbud, I vælger. F6 åbner tilbudskataloget.
empty-missing = Her står de tilbud, I havde brug for og ikke fandt.
empty-goals = Her står borgerens mål, og hvem der gør hvad. F5 begynder på et mål, også midt i mødet.
empty-decisions = Her står det, der er besluttet, foreslået eller afventer. F4 skriver en beslutning, også midt i mødet.
empty-parked = Her står det, I vender tilbage til en anden gang. F7 parkerer noget, også midt i mødet.

checklist-left = { $count ->
    [0] alt er klaret
   *[other] { $count } mangler
}
people = { $count ->
    [one] 1 deltager
   *[other] { $count } deltagere
}
cards-chosen = { $count ->
    [one] 1 kort valgt
   *[other] { $count } kort valgt
}
offers-picked = { $count ->
    [one] 1 tilbud valgt
   *[other] { $count } tilbud valgt
}
gap-count = { $count ->
    [0] ingenting
    [one] 1 ting
   *[other] { $count } ting
}
closed-line = { $count ->
    [one] 1 ting er ikke for alle. Enter viser den.
   *[other] { $count } ting er ikke for alle. Enter viser dem.
}
agenda-sum = { $planned } af { $available } minutter
agenda-end = Slutter kl. { $time }
minutes = { $count } min.
status-is = Status: { $status }
no-gaps = Der mangler ikke noget.
answers-given = Borgeren har svaret på de tre spørgsmål.
answers-not-given = Borgeren har ikke svaret på de tre spørgsmål endnu.
consent-withdrawn = Trukket tilbage
unnamed = Ikke udfyldt
unknown = Ikke oplyst
unknown-record = Kan ikke vises
none-chosen = Ingen
not-understood-yet = endnu ikke forstået

## Datoer og tider

date-long = { $day }. { $month } { $year }
month-1 = januar
month-2 = februar
month-3 = marts
month-4 = april
month-5 = maj
month-6 = juni
month-7 = juli
month-8 = august
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december
weekday-1 = man.
weekday-2 = tirs.
weekday-3 = ons.
weekday-4 = tors.
weekday-5 = fre.
weekday-6 = lør.
weekday-7 = søn.
at-time = kl. { $time }
time-left = { $time } tilbage
time-over = { $time } over tiden

## Beskeder

undone = Fortrudt.
redone = Gentaget.
copied = Kopieret.
removed = Fjernet: { $title } – Ctrl+Z fortryder
picked = Valgt: { $name }
already-picked = { $name } er allerede valgt. Delete fjerner det igen.
nothing-found = Ingen tilbud passer.
nothing-found-note = Ingen tilbud passer. F10 noterer det, du søgte efter, som manglende tilbud.
nothing-to-choose = Her er ingen liste at vælge fra. Skriv det selv.
cards-stay = Kortene bliver stående. Sæt Relevant til Nej, hvis et kort ikke passer.
cannot-indent = Det kan ikke flyttes den vej. Et mål kan kun blive et delmål, hvis det ikke selv har flere oplysninger.
shared = Må nu ses af alle.
unshared = Må nu kun ses af fagpersoner.
revealed = Nu vises også det, der ikke er for alle. Ctrl+O skjuler det igen.
unrevealed = Nu vises kun det, der er for alle.
reveal-not-running = Alt vises allerede. Under mødet skjules det, der ikke er for alle.
meeting-started = Mødet er i gang. F9 går til næste punkt.
meeting-ended = Mødet er slut. Her samler I op.
meeting-runs-stay = Mødet er i gang. Vælg ”Gå til listen over møder” med Ctrl+P, hvis du vil væk herfra.
item-begins = Nu: { $title }
last-item = Det var det sidste punkt. Vælg ”Slut mødet” med Ctrl+P, når I er færdige.
session-closed = Mødet er lukket. Nu kan planen gives til borgeren.
correcting = Nu kan mødet rettes. Begrundelsen er gemt i mødet.
say-why = Skriv kort hvorfor, og hvad I har aftalt.
reason-needed = Skriv en kort begrundelse først.

why-no-session = Åbn et møde først.
why-no-agenda = Dagsordenen er tom. Tilføj et punkt først.
why-no-meeting = Mødet er ikke i gang endnu.
why-meeting-runs = Mødet er allerede i gang.
why-not-held = Der er ingen andre at overtage mødet fra.
why-not-closed = Det er kun lukkede møder, der skal rettes på denne måde.
why-nothing-to-undo = Der er ikke noget at fortryde.
why-nothing-to-redo = Der er ikke noget at gentage.
why-read-only = Mødet kan kun læses, så det kan ikke ændres her.

## Spørgsmål med knapper

ask-close = { $count ->
    [0] Vil du lukke mødet?
    [one] Der mangler 1 ting. Vil du lukke mødet alligevel?
   *[other] Der mangler { $count } ting. Vil du lukke mødet alligevel?
} Bagefter kan det kun rettes med en begrundelse.
ask-reason = Hvorfor skal det lukkede møde rettes?
button-stay = Bliv her
button-quit-anyway = Afslut uden at gemme
button-keep = Behold
button-delete = Slet for altid
button-delete-unfiled = Slet uden at journalisere
button-not-yet = Ikke endnu
button-close = Luk mødet

## Teksten til journalen på skærmen, før et møde slettes

button-show-journal = Vis teksten til journalen
journal-on-screen = Teksten til journalen: kun det aftalte
text-copied = Teksten er kopieret. Sæt den ind i fagsystemet.
short-copy-text = kopiér teksten
context-document = En tekst på hele skærmen
do-copy-text = Kopiér teksten
    .hint = Lægger hele teksten på udklipsholderen, så den kan sættes ind i fagsystemet.

## Lister på skærmen

menu-palette = Alle handlinger
menu-help = Hjælp
menu-help-title = Hjælp: { $place }
menu-new = Nyt møde: Hvem er det for?
menu-roles = Tilføj en rolle
menu-agendas = Færdige dagsordener
menu-filter = Skriv for at indsnævre
role-taken = er med
agenda-choice = { $minutes } minutter, { $items ->
    [one] 1 punkt
   *[other] { $items } punkter
}

## Gode råd: intet af det spærrer for mødet

advice-role-missing = { $role } mangler. Spørg, om vedkommende kan komme, eller få input på forhånd.
advice-role-regrets = { $name } har meldt afbud. Få et kort input på forhånd, og skriv det under deltageren.
advice-no-leader = Ingen har rollen som mødeleder. Giv en af deltagerne rollen ”Leder mødet”.
advice-two-leaders = Mere end én leder mødet. Aftal, hvem der har ordet, og tag rollen ”Leder mødet” fra de andre.
advice-no-writer = Ingen skriver. Giv en af deltagerne rollen ”Skriver”, helst en anden end mødelederen.
advice-leader-writes = Mødelederen skal også skrive. Bed om muligt en anden om at være referent.
advice-many-professionals = { $count } fagpersoner og ingen ved borgerens side. Spørg, om færre er nok, eller om borgeren vil have en bisidder med.
advice-agenda-long = Dagsordenen er { $minutes } min. længere end mødet. Gør et punkt kortere, eller lad noget vente.
advice-misfit = { $offer } passer ikke helt. { $why } Skriv under ”Hvorfor alligevel”, hvis I holder fast i det.
advice-rule = { $text } ({ $checked })

## Det, der mangler

gap-reference = Skriv borgerens initialer og sagsnummer, så mødet kan kendes igen.
gap-purpose = Skriv mødets formål for netop denne borger i én sætning.
gap-approach = Vælg en tilgang: job fra start, relation først eller nedtonet.
gap-consent = Der er intet gyldigt samtykke. Spørg borgeren, og skriv svaret, før I deler oplysninger.
gap-checklist = { $count } på tjeklisten mangler. Klar det, eller sæt det til ikke relevant.
gap-plan-late = Fristen for en plan er overskredet. Hvad gælder nu? { $name }
gap-no-goal = Der er ikke skrevet noget mål. Spørg: Hvad vil du gerne opnå?
gap-own-words = Hvordan siger borgeren selv målet? { $goal }
gap-clarity = Er jobmålet klart? Aftal eventuelt et jobmål-møde. { $goal }
gap-no-action = Hvem gør hvad for at nå målet? { $goal }
gap-action-what = En aftale siger ikke, hvad der skal gøres. { $action }
gap-action-who = Hvem er ansvarlig? { $action }
gap-action-until = Hvornår skal det være gjort? { $action }
gap-firmness = Er det besluttet, foreslået, eller afventer det? { $text }
gap-read-back = Læs aftalerne højt, og spørg borgeren, om de er rigtige.
gap-next-meeting = Aftal, hvornår I mødes næste gang.
gap-plan-given = Aftal, hvordan borgeren får planen.
gap-answers = Giv borgeren mulighed for at svare på de tre spørgsmål, nu eller senere.
gap-cpr = Her står noget, der ligner et CPR-nummer. Det hører til i fagsystemet: skriv initialer og sagsnummer.
gap-not-understood = Datoen eller tiden er ikke forstået: { $text }. Skriv for eksempel 14/3 eller 10.30.

## Oplæsning for borgeren: { $authority }, { $time } og { $place } er tomme eller begynder selv med et mellemrum eller et punktum

read-own-words = Du har sagt: ”{ $words }”
read-goal = Dit mål er: { $goal }
read-no-goal = Vi har ikke skrevet målet endnu.
read-sub-goal = Et skridt på vejen er: { $goal }
read-action = { $who } { $what } senest { $day }.
read-action-what = Her er en aftale, hvor vi ikke har skrevet, hvad der skal gøres.
read-action-who = Vi har ikke aftalt, hvem der gør dette: { $what }.
read-action-until = { $who } { $what }. Vi har ikke aftalt hvornår.
read-offer-suggested = Vi har talt om { $offer }. Det er et forslag og ikke besluttet endnu.{ $authority }
read-offer-applied = Der er søgt om { $offer }. Der er ikke svar endnu.{ $authority }
read-offer-granted = Du har fået ja til { $offer }.
read-offer-started = Du er i gang med { $offer }.
read-authority = {" "}Det afgøres af: { $name }.
read-decided = Det er besluttet: { $text }.
read-suggested = Det er foreslået, men ikke besluttet: { $text }.
read-awaiting = Det venter på en afgørelse: { $text }.
read-firmness = Vi har ikke sagt, om det er besluttet eller foreslået: { $text }.
read-contact = Din kontaktperson er { $name }.
read-if-wrong = Hvis det går anderledes, end vi har aftalt: { $text }.
read-next = Vi mødes igen { $day }{ $time }{ $place }.
read-next-time = {" "}kl. { $time }
read-next-place = {"."} Stedet er { $place }
read-plan-given = Sådan får du planen: { $how }.
read-nothing = Vi har ikke aftalt noget endnu.

## Tilbudskataloget

picker-search = Søg
picker-all-departments = Alle afdelinger
picker-all-themes = Alle temaer
picker-count = { $shown } af { $all }
picker-nothing = Ingen tilbud passer. Esc rydder søgningen.
picker-note-missing = F10 noterer ”{ $query }” som manglende tilbud. Enter gør ingenting.
picker-picked = Valgt: { $names }

offer-for = For
offer-what = Det sker der
offer-law = Lovgrundlag
offer-duration = Varighed
offer-waiting = { $weeks ->
    [one] 1 uges ventetid
   *[other] { $weeks } ugers ventetid
}
offer-waiting-none = ingen ventetid
offer-waiting-unknown = ventetid ikke oplyst
offer-price = Egenbetaling
offer-decides = Afgøres af
offer-contact = Kontakt
offer-reviewed = Sidst gennemgået { $date }
offer-never-reviewed = Aldrig gennemgået
offer-unverified = Ikke kontrolleret
offer-closed = Lukket for nye
offer-under-review = Under vurdering

access-Open = Åbent for alle
access-Assessment = Kræver en afgørelse
access-Referral = Kræver en henvisning
access-ViaStaff = Gennem en fagperson

found-paragraph = { $found }
found-replaced = { $old } → nu { $new }
found-replaced-from = { $old } til { $last }, så { $new }
found-ended = { $old } gjaldt til { $last }
found-ends = { $old } gælder til { $last }
found-exact = navn: { $found }
found-prefix = begynder sådan: { $typed } → { $found }
found-compound = sammensat: { $typed } → { $found }
found-inflection = bøjning: { $typed } → { $found }
found-spelling = stavning: { $typed } → { $found }
found-synonym = synonym: { $typed } → { $found }
found-abbreviation = forkortelse: { $found }
found-description = beskrivelse: { $found }

## Passer tilbuddet, er det tilbudt før, og hvorfor står det først

fit-fits = passer
fit-not = passer ikke: { $aspects }
fit-unknown = uvist: { $aspects }
aspect-Age = alder
aspect-Benefit = ydelse
aspect-Area = område
aspect-Validity = gyldighed
aspect-Rule = regel
fit-ages-from = { $from } år og ældre
fit-ages-to = højst { $to } år
fit-ages-between = { $from }-{ $to } år
fit-age-inside = Alderen passer.
fit-age-outside = Tilbuddet er for { $ages }, og borgeren er { $age }.
fit-age-unknown = Tilbuddet er for { $ages }, og borgerens alder er ikke noteret.
fit-benefit-all = Tilbuddet er for alle ydelser.
fit-benefit-among = Ydelsen passer.
fit-benefit-other = Tilbuddet er for: { $names }. Borgeren får noget andet.
fit-benefit-silent = Tilbuddet siger ikke, hvilke ydelser det er for.
fit-benefit-citizen = Tilbuddet er for: { $names }. Borgerens ydelse er ikke noteret.
fit-area-all = Tilbuddet er for hele kommunen.
fit-area-among = Området passer.
fit-area-other = Tilbuddet er for: { $names }. Borgeren bor et andet sted.
fit-area-silent = Tilbuddet siger ikke, hvilke områder det er for.
fit-area-citizen = Tilbuddet er for: { $names }. Borgerens område er ikke noteret.
fit-closed = Tilbuddet er lukket for nye.
fit-under-review = Tilbuddet er under vurdering.
fit-law-ended = { $paragraph } gjaldt kun til og med { $date }.
fit-checked = sidst kontrolleret { $date }
fit-never-checked = aldrig kontrolleret
fit-remember = Husk: { $rule }
fit-then = Dengang: { $text }
fit-caveat = Regler vejleder og spærrer ikke. Spørg myndigheden, og tjek altid gældende ret.
offered-before = Tilbudt før: { $date } ({ $file })
offered-row = tilbudt før
suggested = forslag: { $reasons }
suggest-job-first = job fra start
suggest-relation-first = relation først
suggest-toned-down = nedtonet
picked-misfit = Valgt: { $name } ({ $verdict }). Skriv hvorfor i trin 5.
## Tilbudskataloget: søg, sammenlign, ret

catalog-title = Tilbudskatalog
catalog-built-in = indbygget
catalog-reading = Kataloget hentes …
catalog-empty = Der er ingen tilbud i kataloget endnu. Insert opretter det første.
catalog-none = Ingen tilbud passer.
catalog-none-how = Esc rydder søgningen og derefter filtrene. Tab viser filtrene.
filter-department = Afdeling
filter-theme = Tema
filter-benefit = Målgruppe
filter-age = Alder
filter-access = Adgang
filter-price = Egenbetaling
filter-duration = Varighed
filter-reviewed = Sidst gennemgået
filter-state = Status
filter-none = Vis alle tilbud, også udgåede
filter-off = Alle tilbud, også udgåede
value-unknown = ukendt
value-never = aldrig
value-years = { $from }–{ $to } år
value-years-to = til og med { $to } år
value-years-from = fra { $from } år
value-free = gratis
value-costs = koster noget
value-weeks = { $from }–{ $to } uger
value-longer = længere eller uden slut
value-recently = inden for et år
value-long-ago = for over et år siden
value-overdue = skulle være gennemgået igen
value-in-use = kan bruges (ikke udgået)
order-relevance = bedste svar først
order-name = navn
order-department = afdeling
order-reviewed = sidst gennemgået, ældste først
order-waiting = korteste ventetid
order-by = ordnet efter { $order }
menu-filters = Filtre: så mange tilbud er der tilbage
menu-order = Rækkefølge
menu-related = Tilbud, der hænger sammen med dette
compare-title = Sammenlign to tilbud (* er forskelligt)
compare-plain = I borgersprog
compare-with = ”{ $name }” skal sammenlignes. Gå til det andet tilbud, og tryk F4.
compare-mark = = { $name }
compare-off = Der sammenlignes ikke længere.
tie-requires = skal komme først
tie-required-by = kræver dette først
tie-combines = går godt sammen
tie-themes = samme tema: { $themes }
related-none = Der er ingen tilbud, der hænger sammen med dette.
contact-none = Tilbuddet har ingen kontakt.
contact-copied = Kopieret: { $contact }
printed = Tilbuddet er skrevet til { $file }
why-no-offer = Vælg først et tilbud.
why-not-in-catalog = Åbn tilbudskataloget fra listen over møder først.
why-leave-first = Gå tilbage til listen over møder først.
why-offer-open = Gem eller forlad tilbuddet først.
ask-retired = Hvorfor udgår ”{ $name }”? Skriv grunden. Tilbuddet bliver stående i kataloget som udgået.
retired-note = { $date }: { $reason }
retired-already = Tilbuddet er allerede udgået. F2 retter det.
ask-unfold = Kataloget er det, der er indbygget i programmet, og det kan ikke rettes. Det kan skrives ud til jeres egen mappe. Så bruger programmet mappen fra nu af, og I kan rette tilbuddene.
button-leave-built-in = Lad være
button-unfold = Skriv kataloget ud
unfolded = Kataloget ligger nu i { $folder }
offer-saving = Vent et øjeblik: der gemmes.
offer-unchanged = Der er ikke noget at gemme.
offer-not-saved = Ikke gemt · Ctrl+S
offer-needs-name = Skriv et navn, før tilbuddet gemmes.
offer-needs-day = Skriv dagen, så den kan forstås, før tilbuddet gemmes.
offer-saved = Gemt: { $name }
offer-retired = Udgået: { $name } · Ctrl+Z fortryder
offer-reviewed-now = Gennemgået i dag: { $name } · Ctrl+Z fortryder
offer-verified-now = Kontrolleret i dag: { $name } · Ctrl+Z fortryder
offer-taken-back = Fortrudt: { $name }
draft-again = Her er kladden, du forlod.
draft-kept = { $why } Kladden bliver her, til programmet lukkes.
quit-unsaved-offer = Tilbuddet ”{ $name }” er ikke gemt. Hvis programmet lukkes nu, er ændringerne væk.
keep-changed = En anden har ændret tilbuddet imens. Intet er overskrevet. Her er det, der står nu.
keep-changed-form = En anden har ændret tilbuddet. Intet er overskrevet. Ctrl+S lægger mine ændringer oven i; har vi ændret samme felt, spørges der først.
keep-gone = Tilbuddet er ikke længere i sin fil. Intet er skrevet.
keep-damaged = Filen kan ikke læses. Intet er skrevet. Ret filen, eller kør opstart check.
keep-unwritable = Tilbuddet kan ikke skrives sådan. Intet er ændret på disken.
keep-held = { $by } skriver i filen lige nu. Prøv igen om lidt.
keep-disk = Tilbuddet er IKKE gemt: { $cause }. Ctrl+S prøver igen.

## Formularen: råd ved felterne, og det, der spørges om, før noget gemmes

draft-unknown-department = Afdelingen står ikke på kommunens liste. Alt+↓ viser afdelingerne.
draft-ages-reversed = Den yngste alder er højere end den ældste. Ingen passer til begge.
ask-clash = En anden har også ændret ”{ $field }”. Deres: ”{ $theirs }”. Din: ”{ $mine }”. Hvilken tekst skal stå?
button-edit-on = Ret videre
button-theirs = Brug deres
button-mine = Brug min
ask-new-offer = Skal det nye tilbud ”{ $name }” gemmes i kataloget?
button-save-offer = Gem tilbuddet
button-drop-offer = Smid det væk
offer-dropped = Det nye tilbud er ikke gemt.
why-new-offer-stays = Et nyt tilbud fortrydes ikke her. Delete tager det ud af brug.
form-new = Nyt tilbud
form-edit = Ret tilbud
form-folder = Gemmes i { $folder }
section-offer = Tilbuddet
section-offer-for = For hvem
section-offer-what = Hvad
section-offer-in = Adgang, plads og pris
section-offer-contact = Kontakt og sted
section-laws = Lovgrundlag
section-offer-related = Hænger sammen med
section-offer-upkeep = Vedligeholdelse
add-law = Tilføj et lovgrundlag
empty-laws = Intet lovgrundlag er skrevet.
offerstate-Active = Aktiv
offerstate-UnderReview = Under vurdering
offerstate-Closed = Udgået
context-browser = Tilbudskataloget med søgning og rettelser
context-sheet = Ét tilbud, eller to ved siden af hinanden
context-form = Et tilbud, der rettes
short-see = se
short-edit = ret
short-compare = sammenlign
short-related = hænger sammen
short-copy-contact = kopiér kontakt
short-reviewed = gennemgået
short-next-offer = næste tilbud
short-to-list = til listen
short-save = gem
short-undo = fortryd
short-browse = tilbud
do-browse = Åbn tilbudskataloget
    .hint = Søg, sammenlign og ret tilbud.
do-filters = Vælg filtre
    .hint = Alle filtre i én liste. Skriv for at finde et filter; tallet er de tilbud, der bliver tilbage.
do-order = Vælg rækkefølge
    .hint = Efter navn, afdeling, gennemgang eller ventetid.
do-compare = Sammenlign to tilbud
    .hint = Vælger det første tilbud; på det andet vises de to side om side.
do-related = Vis tilbud, der hænger sammen
    .hint = Tilbud, der skal komme først, går godt sammen med dette eller har samme tema.
do-copy-contact = Kopiér kontakten
    .hint = Navn, telefon, mail og åbningstid kommer på udklipsholderen.
do-print-offer = Skriv tilbuddet til en fil
    .hint = En fil med hele tilbuddet, som kan printes eller sendes.
do-edit-offer = Ret tilbuddet
    .hint = Åbner tilbuddet som en formular.
do-new-offer = Nyt tilbud
    .hint = Åbner en tom formular til et nyt tilbud.
do-retire-offer = Lad tilbuddet udgå
    .hint = Spørger om grunden. Tilbuddet bliver stående som udgået.
do-reviewed-today = Gennemgået i dag
    .hint = Skriver i dag som den dag, tilbuddet sidst er gennemgået.
do-verified-today = Kontrolleret mod loven i dag
    .hint = Fjerner ”ikke kontrolleret” og skriver i dag ved hvert lovgrundlag.
draft-name = Navn
    .hint = Som medarbejderne siger det.
draft-plain = I borgersprog
    .hint = En eller to korte sætninger til borgeren, højst 200 tegn.
draft-state = Status
    .hint = Om tilbuddet kan bruges i dag.
draft-state_note = Note om status
    .hint = Hvorfor det er udgået eller under vurdering, og fra hvornår.
draft-department = Afdeling
    .hint = Hvem der har tilbuddet. Alt+↓ viser afdelingerne.
draft-provider = Leverandør
    .hint = Hvem der driver det.
draft-themes = Temaer
    .hint = Med komma imellem. Alt+↓ viser temaerne.
draft-keywords = Andre ord
    .hint = Ord, som folk bruger om det, med komma imellem.
draft-description = Faglig beskrivelse
    .hint = Hvad det er, til medarbejderne.
draft-content = Indhold og metode
    .hint = Hvad der sker i det.
draft-purpose = Formål
    .hint = Hvad det skal ændre.
draft-target = Målgruppe i ord
    .hint = Hvem det er for.
draft-excluded = Hvem kan ikke få det
    .hint = Tom, når det ikke vides.
draft-age_from = Fra alder
    .hint = Yngste alder i hele år; tom, når der ingen grænse er.
draft-age_to = Til og med alder
    .hint = Ældste alder i hele år; tom, når der ingen grænse er.
draft-benefits = Ydelsesgrupper
    .hint = Med komma imellem; ”alle”, når ydelsen er uden betydning; tom er ukendt.
draft-areas = Områder
    .hint = Med komma imellem; ”alle” for hele kommunen; tom er ukendt.
draft-forms = Form
    .hint = Enkeltvis, gruppe, ophold eller andet.
draft-min_weeks = Mindst uger
    .hint = Korteste varighed i uger.
draft-max_weeks = Højst uger
    .hint = Længste varighed i uger.
draft-duration_note = Varighed i ord
    .hint = Løbende, én gang, tre faser.
draft-intensity = Intensitet
    .hint = Hvor meget: 1 time om ugen.
draft-start = Opstart
    .hint = Hvornår man kan begynde.
draft-capacity = Pladser
    .hint = Pladser i alt.
draft-free = Ledige pladser
    .hint = På den dag, det blev oplyst.
draft-waiting_weeks = Ventetid i uger
    .hint = 0 er ingen ventetid; tom er ukendt.
draft-updated = Plads og ventetid oplyst
    .hint = Den dag, tallene blev oplyst, for eksempel i dag eller 14/3.
draft-access = Adgang
    .hint = Hvordan man kommer ind.
draft-authority = Hvem træffer afgørelse
    .hint = Den myndighed, der afgør det.
draft-referral = Sådan henvises
    .hint = Hvad medarbejderen gør.
draft-guarantee = Frist eller garanti
    .hint = Fra loven, hvis der er en.
draft-contact_name = Kontakt
    .hint = Person eller skranke.
draft-contact_phone = Telefon
    .hint = Som den skal skrives.
draft-contact_email = Mail
    .hint = Uden personoplysninger om borgere.
draft-contact_hours = Åbningstid
    .hint = Hverdage 9-14.
draft-place = Sted
    .hint = Hvor det er.
draft-transport = Transport
    .hint = Hvordan man kommer derhen.
draft-accessible = Tilgængeligt for alle
    .hint = Uden trin og i øvrigt tilgængeligt.
draft-languages = Sprog og tolk
    .hint = Hvilke sprog det kan gives på.
draft-anonymous = Kan bruges anonymt
    .hint = Ja, nej eller ukendt.
draft-price = Egenbetaling
    .hint = ”gratis” eller beløbet; tom er ukendt.
draft-rate = Takst
    .hint = Hvad kommunen betaler.
draft-evidence = Evidens
    .hint = Hvor godt virkningen kendes.
draft-requires = Skal komme først
    .hint = Id'er på tilbud, der skal komme før. Alt+↓ viser tilbuddene.
draft-combines_with = Går godt sammen med
    .hint = Id'er på andre tilbud. Alt+↓ viser tilbuddene.
draft-portal_id = Nr. i Tilbudsportalen
    .hint = Hvis det har et.
draft-owner = Ejer af beskrivelsen
    .hint = Hvem der holder den rigtig.
draft-reviewed = Sidst gennemgået
    .hint = Den dag, nogen gik det igennem, for eksempel i dag eller 14/3.
draft-next_review = Næste gennemgang
    .hint = Den dag, det skal gennemgås igen, for eksempel om 6 måneder.
draft-unverified = Ikke kontrolleret
    .hint = Ja, når lov, varighed og målgruppe ikke er kontrolleret mod en kilde.
law-law = Lov
    .hint = Kort navn: SEL, LAB. Alt+↓ viser lovene.
law-paragraph = Paragraf
    .hint = 85, 82 a, 57-61, kap. 12; tom er hele loven.
law-valid_from = Gælder fra
    .hint = Første dag, for eksempel 1/7.
law-valid_to = Gælder til og med
    .hint = Sidste dag, for eksempel 31/12.
law-checked = Kontrolleret
    .hint = Den dag, det blev holdt op mod loven, for eksempel i dag.
law-replaced_by = Afløst af
    .hint = Som man skriver det: SEL § 82 b.
law-source = Kilde
    .hint = Hvor det er læst.

## Mødets ur

clock-now = Nu: { $title }
clock-next = Derefter: { $title }
clock-paused = Pause
clock-ended = Mødet er slut

## Borgerskærmen

citizen-title = Dit møde
citizen-purpose = Derfor mødes vi
citizen-agenda = Det skal vi igennem
citizen-words = Det har du sagt
citizen-goals = Dine mål
citizen-agreements = Det har vi aftalt
citizen-next = Næste møde
citizen-nothing = Her kommer det, vi aftaler, mens vi taler.

question-1 = Jeg er blevet hørt og inddraget i udarbejdelsen af mine planer
question-2 = Jeg oplever, at der er lagt en klar plan for, hvad der skal ske i mit forløb
question-3 = Jeg har et klart jobmål i min plan
question-of = { $at } af { $all }
question-intro = Svarene er dine. Ingen andre ser dem på skærmen.
question-how = Vælg dit svar med pil op og pil ned, og tryk Enter.
question-thanks = Tak for dine svar. Tryk Enter for at gå tilbage til mødet.

## Taster

key-space = Mellemrum
key-backspace = Tilbage (Backspace)
key-page-up = PgUp
key-page-down = PgDn
key-shift = Skift
keys-title = Taster
keys-about = Hver tast, hvad den gør, og hvor den gælder. F1 viser det samme i programmet for det sted, du er.
keys-key = Tast
keys-does = Gør
keys-why = Forklaring

context-anywhere = Overalt
context-home = Listen over møder
context-session = Et åbent møde
context-meeting = Mens mødet er i gang
context-row = En række på siden
context-choice = Et felt med valg
context-number = Et felt med tal
context-text = Et tekstfelt
context-long-text = Et tekstfelt med flere linjer
context-picker = Tilbudskataloget
context-menu = En liste
context-confirm = Et spørgsmål med knapper
context-questions = Borgerens tre spørgsmål
context-citizen = Borgerskærmen

short-help = hjælp
short-palette = alle handlinger
short-quit = afslut
short-back = tilbage
short-open = åbn
short-new = nyt møde
short-follow-up = opfølgning
short-delete = slet
short-search = søg
short-next = næste
short-section = næste afsnit
short-next-item = næste punkt
short-citizen = borgerskærm
short-open-row = åbn
short-tick = kryds
short-remove = fjern
short-move = flyt
short-change = skift
short-choose = vælg
short-clear = ryd
short-choices = forslag
short-newline = ny linje
short-add = tilføj
short-filter = filtre
short-missing = notér mangel
short-choose-this = vælg
short-other-button = næste knap
short-press = tryk
short-up = op
short-down = ned
short-answer = svar
short-close = luk

## Handlinger

do-help = Hjælp
    .hint = Viser, hvad tasterne gør, der hvor du er.
do-palette = Alle handlinger
    .hint = Find en handling ved at skrive lidt af dens navn.
do-privacy = Dæk skærmen
    .hint = Skjuler alt på skærmen, indtil du trykker på en tast.
do-quit = Afslut
    .hint = Lukker programmet. Det, du har skrevet, er gemt.
do-interrupt = Kopiér eller afslut
    .hint = Kopierer den markerede tekst. Er intet markeret, afslutter to tryk programmet.
do-save = Gem nu
    .hint = Alt gemmes af sig selv. Tasten prøver igen med det samme, hvis det er gået galt.
do-undo = Fortryd
    .hint = Tager den sidste ændring tilbage. Du kan fortryde mange gange.
do-redo = Gentag
    .hint = Gør det igen, som du lige har fortrudt.
do-back = Tilbage
    .hint = Går ét niveau tilbage. Intet slettes, og programmet lukkes ikke.
do-up = Op
    .hint = Går én linje op.
do-down = Ned
    .hint = Går én linje ned.
do-left = Forrige valg
    .hint = Vælger det forrige, trækker én fra eller folder sammen.
do-right = Næste valg
    .hint = Vælger det næste, lægger én til eller folder ud.
do-page-up = Forrige afsnit
    .hint = Går til afsnittet før, eller ti linjer op i en liste.
do-page-down = Næste afsnit
    .hint = Går til afsnittet efter, eller ti linjer ned i en liste.
do-first = Øverst
    .hint = Går til det øverste.
do-last = Nederst
    .hint = Går til det nederste.
do-next-field = Næste felt
    .hint = Går til det næste felt. Efter det sidste kommer det næste trin.
do-previous-field = Forrige felt
    .hint = Går til feltet før.
do-activate = Åbn eller vælg
    .hint = Gør det, der står på rækken: åbner, tilføjer, vælger eller går videre.
do-toggle = Sæt kryds
    .hint = Skifter mellem ikke begyndt, gjort og ikke relevant, eller går til næste valg.
do-remove = Fjern
    .hint = Fjerner det, du står på. Ctrl+Z bringer det tilbage.
do-choices = Vælg fra en liste
    .hint = Viser det, feltet kan udfyldes med.
do-move-up = Flyt op
    .hint = Flytter det, du står på, én plads op.
do-move-down = Flyt ned
    .hint = Flytter det, du står på, én plads ned.
do-indent = Ryk ind
    .hint = Gør et mål til et delmål, eller lægger en aftale under delmålet over den.
do-outdent = Ryk ud
    .hint = Gør et delmål til et mål, eller lægger en aftale direkte under målet.
do-step-1 = Gå til Forberedelse
    .hint = Trin 1: borger, samtykke, formål og tjekliste.
do-step-2 = Gå til Roller
    .hint = Trin 2: hvem der er med, og hvad de gør.
do-step-3 = Gå til Dagsorden
    .hint = Trin 3: punkterne, mødets ur og noterne.
do-step-4 = Gå til Fælles billede
    .hint = Trin 4: kortene med styrker og udfordringer.
do-step-5 = Gå til Tilbud
    .hint = Trin 5: valgte tilbud og manglende tilbud.
do-step-6 = Gå til Mål
    .hint = Trin 6: mål, delmål, og hvem der gør hvad hvornår.
do-step-7 = Gå til Afslutning
    .hint = Trin 7: oplæsning, næste møde og det, der mangler.
do-next-step = Næste trin
    .hint = Går til trinnet efter. Du kan altid gå tilbage.
do-previous-step = Forrige trin
    .hint = Går til trinnet før.
do-reveal = Vis det, der ikke er for alle
    .hint = Viser eller skjuler fagpersonernes felter, mens mødet er i gang.
do-share = Del med alle, eller lad være
    .hint = Skifter mellem, at alle må se det, og at kun fagpersoner må.
do-citizen-screen = Borgerskærm
    .hint = Viser det, borgeren skal se: formål, mål og aftaler.
do-home = Gå til listen over møder
    .hint = Forlader mødet. Alt er gemt, og uret går videre, hvis mødet er i gang.
do-new = Nyt møde
    .hint = Begynder et nyt møde for en voksen, en ung eller en familie.
do-open = Åbn mødet
    .hint = Åbner det møde, du står på.
do-follow-up = Lav opfølgningsmøde
    .hint = Begynder et nyt møde, hvor borger, mål og aftaler kommer med.
do-delete = Slet mødet
    .hint = Sletter mødet for altid, når du har svaret ja.
do-search = Søg
    .hint = Søger i møder, tilbud eller handlinger, alt efter hvor du er.
do-refresh = Hent listen igen
    .hint = Læser mappen med møder på ny.
do-start-meeting = Begynd mødet
    .hint = Starter mødets ur ved det første punkt. Derefter vises kun det, der er for alle.
do-end-meeting = Slut mødet
    .hint = Stopper mødets ur. Du kan stadig skrive i mødet.
do-own-words = Borgerens egne ord
    .hint = Går til borgerens egne ord på det punkt, I er ved. Esc går tilbage.
do-note = Note til punktet
    .hint = Går til noten på det punkt, I er ved. Esc går tilbage.
do-decision = Ny beslutning
    .hint = Skriver noget, der er besluttet, foreslået eller afventer. Esc går tilbage.
do-goal = Nyt mål
    .hint = Begynder på et mål med borgerens egne ord. Esc går tilbage.
do-offer = Find tilbud
    .hint = Åbner tilbudskataloget.
do-park = Parkér til senere
    .hint = Skriver noget op, som I vender tilbage til. Esc går tilbage.
do-pause = Pause eller videre
    .hint = Stopper punktets ur i en pause og starter det igen.
do-next-item = Næste punkt
    .hint = Går videre til næste punkt på dagsordenen.
do-more-time = Ét minut mere
    .hint = Giver det punkt, I er ved, ét minut mere.
do-less-time = Ét minut mindre
    .hint = Giver det punkt, I er ved, ét minut mindre.
do-ready-agenda = Tag en færdig dagsorden
    .hint = Lægger en færdig dagsorden i stedet for den, der står. Ctrl+Z fortryder.
do-add-role = Tilføj en rolle fra listen
    .hint = Tilføjer en deltager med en af de roller, I plejer at have med.
do-missing-offer = Notér et manglende tilbud
    .hint = Skriver op, hvilket tilbud I havde brug for og ikke fandt.
do-questions = Lad borgeren svare på skærmen
    .hint = Viser de tre spørgsmål, så borgeren kan svare alene.
do-close-session = Luk mødet
    .hint = Gør mødet færdigt. Bagefter kan det kun rettes med en begrundelse.
do-cancelled = Mødet er aflyst
    .hint = Skriver, at mødet er aflyst, og spørger hvorfor.
do-moved = Mødet er flyttet
    .hint = Skriver, at mødet er flyttet, og spørger hvorfor.
do-no-show = Borgeren kom ikke
    .hint = Skriver, at borgeren udeblev, og spørger, hvad I har aftalt.
do-planned = Mødet er planlagt igen
    .hint = Sætter mødet tilbage til planlagt.
do-correct = Ret det lukkede møde
    .hint = Åbner det lukkede møde for rettelser, når du har skrevet hvorfor.
do-write = Skriv i mødet
    .hint = Åbner et møde, som du læser, til at skrive i, når ingen anden har det.
do-versions = Tidligere udgaver
    .hint = Viser, hvordan mødet så ud før, og henter en udgave tilbage.
do-save-elsewhere = Gem et andet sted
    .hint = Gemmer mødet i en anden mappe, når det ikke kan gemmes, hvor det skal være.
do-char-left = Ét tegn til venstre
    .hint = Flytter markøren ét tegn til venstre.
do-char-right = Ét tegn til højre
    .hint = Flytter markøren ét tegn til højre.
do-word-left = Ét ord til venstre
    .hint = Flytter markøren ét ord til venstre.
do-word-right = Ét ord til højre
    .hint = Flytter markøren ét ord til højre.
do-line-start = Linjens begyndelse
    .hint = Flytter markøren til linjens begyndelse.
do-line-end = Linjens slutning
    .hint = Flytter markøren til linjens slutning.
do-text-start = Tekstens begyndelse
    .hint = Flytter markøren til tekstens begyndelse.
do-text-end = Tekstens slutning
    .hint = Flytter markøren til tekstens slutning.
do-select = Markér
    .hint = Markerer teksten et tegn eller en linje ad gangen.
do-select-word = Markér ord
    .hint = Markerer teksten et ord ad gangen.
do-select-line = Markér til linjens ende
    .hint = Markerer teksten til linjens begyndelse eller slutning.
do-select-all = Markér alt
    .hint = Markerer al teksten i feltet.
do-backspace = Slet tegnet før
    .hint = Sletter tegnet til venstre for markøren, eller det markerede.
do-delete-char = Slet tegnet efter
    .hint = Sletter tegnet til højre for markøren eller det markerede. I et valg ryddes feltet.
do-word-backspace = Slet ordet før
    .hint = Sletter ordet til venstre for markøren.
do-word-delete = Slet ordet efter
    .hint = Sletter ordet til højre for markøren.
do-newline = Ny linje
    .hint = Begynder en ny linje i teksten.
do-cut = Klip
    .hint = Tager den markerede tekst ud, så den kan sættes ind et andet sted.
do-cut-line = Klip linjen
    .hint = Tager hele linjen ud, så den kan sættes ind et andet sted.
do-paste = Sæt ind
    .hint = Sætter det ind, du sidst har kopieret eller klippet.

## Felter: mødet

head-kind = Mødetype
    .hint = Vælg, hvad det er for et møde.
head-date = Dato
    .hint = Skriv for eksempel 14/3, i morgen eller om 2 uger.
head-time = Klokkeslæt
    .hint = Skriv for eksempel 10, 10.30 eller kl. 9.
head-minutes = Varighed i minutter
    .hint = Den tid, I har sat af, for eksempel 60.
head-place = Sted
    .hint = Skriv, hvor I mødes, så borgeren kan finde det.
head-referred = Henvist
    .hint = Den dag, borgeren blev henvist. Skriv for eksempel 14/3, i går eller for 2 uger siden.
head-screened = Screenet
    .hint = Den dag, I så på, om borgeren er i målgruppen, for eksempel 14/3.
head-screening = Resultat af screening
    .hint = Er borgeren i målgruppen?
head-screening_why = Begrundelse
    .hint = Skriv kort, hvorfor borgeren er i målgruppen eller ikke er det.
head-status_why = Hvorfor
    .hint = Skriv kort, hvorfor mødet blev aflyst eller flyttet, eller hvorfor borgeren ikke kom.
head-status_agreed = Det er aftalt
    .hint = Skriv, hvad I har aftalt med borgeren i stedet.
head-filed_in = Journaliseret i
    .hint = Vælg det fagsystem, hvor mødet er journaliseret.
head-filed_on = Journaliseret den
    .hint = Skriv for eksempel i dag, i går eller 14/3.
head-filed_by = Journaliseret af
    .hint = Navnet på den, der journaliserede mødet.

## Felter: borgeren

citizen-reference = Initialer og sagsnummer
    .hint = Skriv for eksempel AB 123. Skriv aldrig CPR-nummer.
citizen-group = Gruppe
    .hint = Vælg voksen, ung eller familie.
citizen-age = Alder
    .hint = Alder i år. Nogle tilbud har aldersgrænser.
citizen-benefit = Ydelse
    .hint = Den ydelse, borgeren lever af nu.
citizen-area = Område
    .hint = Den del af kommunen, borgeren bor i.
citizen-wishes = Ønsker til mødet
    .hint = Skriv med borgerens egne ord, hvad der er vigtigt på mødet.
citizen-needs = Behov på mødet
    .hint = For eksempel tolk, pauser, ro, bisidder eller transport.
citizen-contact = Gennemgående kontaktperson
    .hint = Navn og telefon på den, borgeren altid kan gå til.

member-name = Fornavn eller initialer
    .hint = Skriv kun det, der skal til for at kende personen.
member-relation = Relation
    .hint = For eksempel mor, søn eller stedfar.
member-age = Alder
    .hint = Alder i år.
member-note = Husk
    .hint = Det, I skal tage hensyn til hos dette familiemedlem.

## Felter: samtykke

consent-given_by = Givet af
    .hint = Hvem har sagt ja til, at I må dele oplysninger?
consent-given_on = Givet den
    .hint = Skriv for eksempel i dag, i går eller 14/3.
consent-form = Form
    .hint = Er samtykket givet skriftligt, mundtligt eller digitalt?
consent-purpose = Formål med at dele
    .hint = Skriv, hvad oplysningerne skal bruges til.
consent-kinds = Hvad må deles
    .hint = Sæt kryds ved det, borgeren har sagt ja til.
consent-from = Fra
    .hint = Den afdeling, der giver oplysningerne videre.
consent-to = Til
    .hint = Den afdeling, der må få oplysningerne.
consent-until = Gælder til
    .hint = Skriv for eksempel 14/3 eller om 6 måneder.
consent-limits = Må ikke deles
    .hint = Skriv med borgerens egne ord, hvad der ikke må deles.
consent-informed = Oplyst om sine rettigheder
    .hint = Ved borgeren, at det er frivilligt og kan trækkes tilbage?
consent-confirmed_on = Bekræftet på mødet
    .hint = Den dag, borgeren igen sagde ja. Skriv for eksempel i dag.
consent-withdrawn_on = Trukket tilbage
    .hint = Den dag, borgeren trak samtykket tilbage. Skriv for eksempel i dag eller 14/3.
consent-withdrawn_how = Hvordan, og hvad nu
    .hint = Skriv, hvordan borgeren sagde det, og hvad der følger af det.

## Felter: forberedelse

prep-purpose_general = Formål i almindelighed
    .hint = Hvorfor holder I den slags møder? Alt+↓ viser færdige forslag.
prep-purpose = Formål for denne borger
    .hint = Én sætning til borgeren: Hvad skal mødet hjælpe dig med?
prep-may_wait = Det kan vente
    .hint = Skriv det, I ikke behøver at nå på dette møde.
prep-approach = Tilgang
    .hint = Vælg, hvor meget job skal fylde fra begyndelsen.
prep-approach_why = Hvorfor denne tilgang
    .hint = Skriv kort, hvorfor det passer til borgeren.
prep-pre_meeting = Formøde holdt
    .hint = Har fagpersonerne talt sammen inden mødet?
prep-pre_meeting_on = Formøde den
    .hint = Skriv for eksempel i dag, i går eller 14/3.
prep-pre_meeting_with = Formøde med
    .hint = Skriv, hvem der var med.
prep-handover_from = Afgivende sagsbehandler
    .hint = Navnet på den, der kendte sagen før.
prep-handover_on = Talt sammen den
    .hint = Den dag, I talte sammen om borgeren. Skriv for eksempel i går eller 14/3.
prep-handover = Det ved vi allerede
    .hint = Skriv, hvad der er prøvet, hvad der hjalp, og hvad I skal passe på.
prep-if_absent = Hvis borgeren ikke kommer
    .hint = Vælg, hvad der så sker.
prep-if_absent_agreed = Aftalt med borgeren
    .hint = Skriv, hvad I har aftalt med borgeren om det.

plan-name = Plan
    .hint = For eksempel Min Plan, § 141-handleplan eller uddannelsesplan.
plan-owner = Hvem har planen
    .hint = Navn eller afdeling på den, der holder planen ved lige.
plan-deadline = Næste frist
    .hint = Skriv for eksempel 14/3 eller om 2 uger.
plan-note = Det vigtigste nu
    .hint = Skriv kun det fra planen, der betyder noget for mødet.

checkitem-text = Tjekpunkt
    .hint = Skriv, hvad der skal være klaret.
checkitem-state = Status
    .hint = Mangler det, er det gjort, eller er det ikke relevant?
checkitem-owner = Hvem gør det
    .hint = Navnet på den, der klarer det.
checkitem-note = Note
    .hint = Skriv det, de andre skal vide om det.
checkitem-phase = Hvornår
    .hint = Skal det være klar før formødet, eller klares det på formødet?

## Felter: deltagere

participant-name = Navn
    .hint = Det navn, borgeren kender personen ved.
participant-function = Funktion
    .hint = For eksempel sagsbehandler, mentor eller bisidder.
participant-department = Afdeling
    .hint = Det sted, personen kommer fra.
participant-side = Hvem er det
    .hint = Borgeren selv, en ved borgerens side eller en fagperson.
participant-duties = Roller i mødet
    .hint = Sæt kryds ved det, personen tager sig af på mødet.
participant-says = Det kan jeg hjælpe med
    .hint = Én sætning til borgeren om, hvad personen kan hjælpe med.
participant-contact = Sådan får du fat i mig
    .hint = Telefon og træffetid, som borgeren kan bruge.
participant-attendance = Fremmøde
    .hint = Kommer personen, eller er der meldt afbud?
participant-brings = Har med
    .hint = Skriv, hvad personen skal have med eller have undersøgt.
participant-input = Input på forhånd
    .hint = Skriv det, personen har sagt, hvis vedkommende ikke kan komme.
participant-came = Kom kl.
    .hint = Kun hvis personen kom for sent. Skriv for eksempel 10.15.
participant-left = Gik kl.
    .hint = Kun hvis personen gik før tid. Skriv for eksempel 10.45.
participant-from = Er med fra
    .hint = Hvis personen først kommer med senere. Skriv for eksempel 14/3 eller om 2 uger.

## Felter: dagsorden

item-title = Punkt
    .hint = Et kort navn, som borgeren forstår.
item-minutes = Minutter
    .hint = Den tid, punktet må tage.
item-lead = Hvem leder punktet
    .hint = Navnet på den, der har ordet.
item-aim = Det skal komme ud af det
    .hint = Skriv, hvad I skal være enige om, når punktet er slut.
item-cue = Til mødelederen
    .hint = Noget, mødelederen kan sige. Kun mødelederen ser det.
item-own_words = Borgerens egne ord
    .hint = Skriv det, præcis som borgeren siger det.
item-notes = Noter
    .hint = Skriv det, der har betydning for planen. Kun fagpersoner ser det.
item-pause = Er det en pause
    .hint = Vælg ja, hvis punktet er en pause.

## Felter: fælles billede

card-relevant = Relevant
    .hint = Betyder det noget for borgeren nu?
card-own_words = Borgerens egne ord
    .hint = Skriv det, præcis som borgeren siger det.
card-source = Hvem sagde det
    .hint = Navnet på den, ordene kommer fra.
card-leaning = Styrke eller udfordring
    .hint = Er det noget, der hjælper, eller noget, der er svært?
card-priority = Prioritet
    .hint = Skal I tage det først, derefter, eller kan det vente?
card-note = Faglig note
    .hint = En kort note. Kun fagpersoner ser den.
card-level = Funktionsevne
    .hint = Hvor meget er funktionsevnen nedsat? Feltet må gerne stå tomt.
card-support = Støttebehov
    .hint = Hvor meget støtte er der brug for? Feltet må gerne stå tomt.
card-goal = Førte til målet
    .hint = Vælg det mål, kortet har ført til.

## Felter: tilbud

pick-why = Hvorfor dette tilbud
    .hint = Skriv til borgeren, hvad tilbuddet skal hjælpe med.
pick-goal = Til målet
    .hint = Vælg det mål, tilbuddet skal hjælpe med at nå.
pick-authority = Afgøres af
    .hint = Den myndighed, der afgør, om borgeren kan få tilbuddet.
pick-state = Status
    .hint = Er det foreslået, ansøgt, bevilget eller i gang?
pick-when = Ugedag og tid
    .hint = For eksempel tirsdage kl. 10 til 12.
pick-starts = Begynder
    .hint = Skriv for eksempel 14/3 eller om 2 uger.
pick-ends = Slutter
    .hint = Skriv for eksempel 14/3 eller om 3 måneder.
pick-despite = Hvorfor alligevel
    .hint = Skriv, hvorfor tilbuddet er valgt, selv om noget taler imod. Kun fagpersoner ser det.
pick-note = Note
    .hint = En kort note. Kun fagpersoner ser den.

missing-what = Det manglede
    .hint = Skriv, hvilket tilbud I havde brug for.
missing-theme = Tema
    .hint = Vælg det tema, tilbuddet hører til.
missing-department = Afdeling
    .hint = Den afdeling, der kunne have tilbuddet.
missing-note = Note
    .hint = Skriv, hvad borgeren fik i stedet, og hvorfor det ikke var nok.

## Felter: mål og aftaler

goal-own_words = Borgerens egne ord
    .hint = Skriv først det, borgeren siger, ord for ord.
goal-source = Hvem sagde det
    .hint = Navnet på den, ordene kommer fra.
goal-title = Mål
    .hint = Én sætning om det, borgeren vil opnå.
goal-theme = Tema
    .hint = Vælg det tema, målet hører til.
goal-kind = Måltype
    .hint = Skal borgeren udvikle noget, fastholde noget eller undgå at miste noget?
goal-job = Jobmål
    .hint = Vælg en type, hvis målet handler om job eller uddannelse.
goal-clarity = Hvor klart er jobmålet
    .hint = Er det klart, er der en retning, eller er det uafklaret?
goal-hours_now = Timer om ugen nu
    .hint = De timer, borgeren arbejder nu. Skriv 0, hvis det er ingen.
goal-hours_goal = Timer om ugen som mål
    .hint = De timer, borgeren gerne vil op på.
goal-talked_with = Drøftet med
    .hint = Sæt kryds ved dem, borgeren har talt med om jobønsker.
goal-support = Støtte undervejs
    .hint = Vælg dem, der støtter borgeren på vejen.
goal-success = Sådan ved vi, at det lykkes
    .hint = Skriv noget, I kan se eller høre, når målet er nået.
goal-starts = Start
    .hint = Skriv for eksempel i dag, 14/3 eller om 2 uger.
goal-until = Frist
    .hint = Skriv for eksempel 14/3 eller om 3 måneder.
goal-review = Følges op
    .hint = Den dag, I ser på målet igen. Skriv for eksempel om 4 uger.
goal-state = Status
    .hint = Hvor langt er borgeren med målet?
goal-state_note = Hvorfor denne status
    .hint = Skriv kort hvorfor, især hvis målet er justeret eller droppet.
goal-reservations = Forbehold
    .hint = Skriv borgerens eller en fagpersons uenighed eller tvivl, som den er.

subgoal-title = Delmål
    .hint = Et mindre skridt på vejen til målet.
subgoal-success = Sådan ved vi, at det lykkes
    .hint = Skriv noget, I kan se eller høre, når delmålet er nået.
subgoal-until = Frist
    .hint = Skriv for eksempel 14/3 eller om 2 uger.
subgoal-state = Status
    .hint = Hvor langt er borgeren med delmålet?

action-what = Aftale
    .hint = Skriv, så det kan læses efter et navn: ringer til bostøtten.
action-who = Ansvarlig
    .hint = Den ene person, der sørger for, at det sker.
action-until = Inden hvornår
    .hint = Skriv for eksempel 14/3, i morgen eller om 2 uger.
action-firmness = Hvor fast er aftalen
    .hint = Er det besluttet, foreslået, eller afventer det en afgørelse?
action-offer = Hører til tilbuddet
    .hint = Vælg det tilbud, aftalen handler om.
action-support = Støtte undervejs
    .hint = Vælg den, der hjælper den ansvarlige.
action-state = Status
    .hint = Er aftalen ikke begyndt, i gang, gjort eller droppet?
action-started = Begyndt
    .hint = Skriv for eksempel i dag, i går eller 14/3.
action-done = Gjort
    .hint = Den dag, det var gjort. Skriv for eksempel i dag eller i går.
action-note = Note
    .hint = En kort note. Kun fagpersoner ser den.

## Felter: afslutning

close-read_back = Læst højt og bekræftet
    .hint = Har borgeren hørt aftalerne og sagt, at de er rigtige?
close-consent_holds = Samtykket er stadig rigtigt
    .hint = Spørg borgeren, om samtykket stadig er, som det skal være.
close-if_wrong = Hvis det går anderledes
    .hint = Skriv, så det kan læses højt: ring til mig på 12 34 56 78.
close-next_on = Næste møde
    .hint = Skriv for eksempel 14/3 eller om 4 uger.
close-next_at = Klokkeslæt
    .hint = Skriv for eksempel 10 eller 10.30.
close-next_place = Sted
    .hint = Skriv, hvor I mødes næste gang.
close-next_with = Med hvem
    .hint = Skriv, hvem der skal med næste gang.
close-plan_given = Borgeren får planen
    .hint = Vælg, hvordan borgeren får planen.
close-worked_into = Indarbejdet i
    .hint = Sæt kryds ved de planer, hvor aftalerne er skrevet ind.
close-note = Note til sagen
    .hint = En kort note. Kun fagpersoner ser den.

decision-text = Beslutning
    .hint = Skriv én sætning, som borgeren forstår.
decision-firmness = Hvor fast er det
    .hint = Er det besluttet, foreslået, eller afventer det en afgørelse?
decision-authority = Afgøres af
    .hint = Den myndighed, der afgør det eller har afgjort det.
decision-until = Ventes inden
    .hint = Skriv for eksempel 14/3 eller om 2 uger.

parked-text = Parkeret
    .hint = Skriv det, I vender tilbage til en anden gang.
parked-owner = Hvem tager det videre
    .hint = Navnet på den, der husker det.

## Felter: borgerens svar

answers-mode = Borgeren svarer
    .hint = Svarer borgeren på skærmen, på papir eller senere?
answers-helped_by = Hjulpet af
    .hint = Navnet på den, der hjalp med at læse eller trykke. Lad feltet stå tomt, hvis ingen gjorde.
answers-heard = Hørt og inddraget
    .hint = Borgerens eget svar. Det vises ikke for andre.
answers-plan = En klar plan
    .hint = Borgerens eget svar. Det vises ikke for andre.
answers-job_goal = Et klart jobmål
    .hint = Borgerens eget svar. Det vises ikke for andre.

## Felter, der går igen

record-member = Gælder
    .hint = Vælg det familiemedlem, det gælder for. Ingen betyder hele familien.
record-seen_by = Må ses af
    .hint = Vælg, om alle må se det, kun fagpersoner eller kun mødelederen.

## Valg

yesno-Yes = Ja
yesno-No = Nej

audience-Everyone = Alle
audience-Staff = Fagpersoner
audience-Facilitator = Kun mødelederen

meeting-StartUp = Opstartsmøde
meeting-Information = Orienteringsmøde
meeting-JobGoal = Jobmål-møde
meeting-FollowUp = Opfølgningsmøde

status-Planned = Planlagt
status-InProgress = I gang
status-Closed = Lukket
status-Cancelled = Aflyst
status-Moved = Flyttet
status-NoShow = Udeblevet

screening-In = I målgruppen
screening-Out = Uden for målgruppen

group-Adult = Voksen
group-Youth = Ung
group-Family = Familie

consentby-Citizen = Borgeren selv
consentby-Custody = Forældremyndighedens indehaver
consentby-Guardian = Værge
consentby-Proxy = Person med fuldmagt

information-Health = Helbred
information-Substances = Rusmidler
information-Economy = Økonomi
information-Social = Sociale forhold
information-Children = Børn
information-Work = Job og uddannelse
information-Crime = Strafbare forhold

consentform-Written = Skriftligt
consentform-Oral = Mundtligt
consentform-Digital = Digitalt

approach-JobFirst = Job fra start
approach-RelationFirst = Relation først
approach-TonedDown = Nedtonet

ifabsent-Move = Mødet flyttes
ifabsent-HoldAnyway = Mødet holdes uden borgeren
ifabsent-Short = Fagpersonerne taler kort sammen

check-Open = Mangler
check-Done = Gjort
check-NotRelevant = Ikke relevant

phase-Before = Før formødet
phase-AtPreMeeting = På formødet

side-Professional = Fagperson
side-Citizen = Borgeren
side-WithCitizen = Sammen med borgeren

duty-Leads = Leder mødet
duty-Writes = Skriver
duty-SupportsCitizen = Støtter borgeren
duty-KeepsTime = Holder øje med tiden
duty-Coordinates = Tovholder bagefter

attendance-Coming = Kommer
attendance-Regrets = Afbud
attendance-InputReceived = Input modtaget
attendance-Attended = Var med
attendance-NoShow = Udeblev

leaning-Strength = Styrke
leaning-Challenge = Udfordring
leaning-Both = Begge dele

level-None = 0 – Ingen nedsættelse
level-Slight = 1 – Let nedsat
level-Moderate = 2 – Moderat nedsat
level-Severe = 3 – Svært nedsat
level-Complete = 4 – Fuldstændig nedsat

support-None = 0 – Intet støttebehov
support-Slight = 1 – Let støttebehov
support-Moderate = 2 – Moderat støttebehov
support-High = 3 – Højt støttebehov
support-Complete = 4 – Fuldstændigt støttebehov

priority-First = Først
priority-Second = Derefter
priority-Later = Kan vente

pick-Suggested = Foreslået
pick-AppliedFor = Ansøgt
pick-Granted = Bevilget
pick-Started = I gang
pick-Finished = Afsluttet
pick-Refused = Afslag

goalkind-Develop = Udvikle
goalkind-Keep = Fastholde
goalkind-LimitLoss = Begrænse tab

jobkind-Ordinary = Ordinært job
jobkind-FewHours = Få timer om ugen
jobkind-Flex = Fleksjob
jobkind-Education = Uddannelse
jobkind-JobBeforeEducation = Jobmål på vejen til uddannelse
jobkind-Clarification = Afklaring

clarity-Clear = Klart
clarity-Direction = En retning
clarity-Unclear = Uafklaret

talked-Employment = Sagsbehandler, beskæftigelse
talked-SupportWorker = CTI-medarbejder eller bostøtte
talked-JobConsultant = Job- eller virksomhedskonsulent
talked-Social = Sagsbehandler, social
talked-Others = Andre
talked-Unknown = Ved ikke
talked-NoOne = Ingen af disse personer

goalstate-NotBegun = Ikke begyndt
goalstate-Underway = I gang
goalstate-Reached = Nået
goalstate-Adjusted = Justeret
goalstate-Dropped = Droppet

actionstate-NotBegun = Ikke begyndt
actionstate-Underway = I gang
actionstate-Done = Gjort
actionstate-Dropped = Droppet

firmness-Decided = Besluttet
firmness-Suggested = Foreslået
firmness-Awaiting = Afventer en afgørelse

plangiven-Paper = På papir nu
plangiven-DigitalPost = I Digital Post
plangiven-Later = Senere

sectorplan-MyPlan = Min Plan
sectorplan-ActionPlan = § 141-handleplan
sectorplan-Coordinated = Koordinerende indsatsplan
sectorplan-Youth = Ungeplan eller barnets plan
sectorplan-Education = Uddannelsesplan
sectorplan-LongTerm = Langsigtet plan

answermode-Screen = På skærmen
answermode-Paper = På papir
answermode-Later = Senere

likert-StronglyDisagree = Helt uenig
likert-Disagree = Uenig
likert-Neither = Hverken/eller
likert-Agree = Enig
likert-StronglyAgree = Helt enig
likert-NoAnswer = Ved ikke/vil ikke svare

tick-Begin = Begyndt
tick-Pause = Pause
tick-Resume = Videre efter pause
tick-Stretch = Tiden ændret
tick-End = Slut

## Rammen om skærmen

no-reference = Uden reference
nothing-changed = Intet ændret
clock-total = Mødet: { $time }
clock-last = Sidste punkt
left-unsaved = Det sidste, du skrev, kom ikke på disken. Det, der stod som gemt, er der stadig.
left-elsewhere = Det sidste, du skrev, ligger i { $path }. Det er ikke gemt i mødets egen mappe.
press-enter = Enter viser valgmulighederne
menu-several = Mellemrum vælger flere · Esc lukker
menu-nothing = Intet passer. Esc rydder.
question-keys = Pil op og ned · Enter vælger · Esc går tilbage
read-only-file = Filen er skrivebeskyttet. Du kan læse mødet, men ikke ændre det.
why-no-catalog-yet = Kataloget hentes. Prøv igen om et øjeblik.
missing-noted = Noteret som manglende tilbud: { $what }
esc-goes-back = Esc går tilbage til det, du var ved.
note-is-visible = Noten kan ses på skærmen, mens du skriver. Esc lukker den og går tilbage.
number-at-most = Tallet kan højst være { $most }.
correcting-mark = Mødet rettes
