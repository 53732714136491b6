# Words of the command line.

## Help

cli-heading-usage = How to write it:
cli-heading-commands = Commands (the Danish word works too):
cli-heading-arguments = What:
cli-heading-options = Options:
cli-value-command = COMMAND
cli-value-options = OPTIONS
cli-value-dir = FOLDER
cli-value-file = FILE
cli-value-path = PATH
cli-value-lang = LANGUAGE
cli-value-color = WHEN
cli-value-format = FORM
cli-value-template = GROUP
cli-value-reference = REFERENCE
cli-value-number = NUMBER
cli-value-session = SESSION
cli-value-query = WORDS
cli-value-id = ID

cli-opstart = Leads you through a joint start-up meeting, from the keyboard. Without a command: the list of sessions.
cli-new = New session (ny)
cli-new-template = Template: adult, youth or family. Adult if none is chosen.
cli-new-reference = The citizen's initials and local case number. Never a CPR number.
cli-new-no-open = Only makes the file, and prints where it is
cli-open = Opens a session (åbn)
cli-show = The citizen screen: follows the session in another window, to be read only (vis)
cli-demo = The training case in a temporary folder, or many fictitious sessions
cli-demo-many = How many fictitious sessions to put into the folder
cli-demo-dir = The folder for the fictitious sessions
cli-list = Lists sessions (liste)
cli-list-due = Only those to be followed up now
cli-list-fictitious = Fictitious sessions too among those to be followed up
cli-check = Looks for mistakes in sessions, catalogue and settings (tjek)
cli-check-paths = Files and folders. None: all that the program uses.
cli-catalog = The catalogue of offers. Without more: on the screen (katalog)
cli-catalog-search = Searches the catalogue (søg)
cli-catalog-search-query = What to search for. Nothing: all offers.
cli-catalog-search-queries = A file with one query per line; - reads from the keyboard or a pipe
cli-catalog-search-limit = How many offers for each query. Otherwise 10.
cli-catalog-show = Shows one offer (vis)
cli-catalog-show-id = The offer's id, as it stands in the list
cli-catalog-list = All offers (liste)
cli-keys = All keys (taster)
cli-keys-markdown = As Markdown, for a page about the keys
cli-settings = Shows each setting and where it comes from (indstillinger)
cli-arg-session = The session's file or id, or the beginning of it
cli-arg-format = text (for reading) or json (for programs)
cli-arg-sessions = Folder of the sessions (also: OPSTART_SESSIONS)
cli-arg-catalog = Folder of the catalogue (also: OPSTART_CATALOG)
cli-arg-lang = Language: da or en (also: OPSTART_LANG)
cli-arg-color = Colours: auto, always or never
cli-arg-help = Shows this help
cli-arg-version = Shows the version of the program

## When the command line is wrong

cli-wrong = The command cannot be understood. Nothing has changed.
cli-wrong-value = The value ‘{ $value }’ cannot be used for { $arg }.
cli-wrong-no-value = A value is missing for { $arg }.
cli-wrong-argument = ‘{ $arg }’ does not belong to this command.
cli-wrong-command = There is no command called ‘{ $arg }’.
cli-wrong-conflict = { $arg } cannot be used together with { $other }.
cli-wrong-missing = Something is missing: { $arg }.
cli-wrong-utf8 = The command line holds characters that cannot be read.
cli-wrong-meant = Did you mean ‘{ $meant }’?
cli-wrong-choose = Choose one of: { $valid }.
cli-wrong-help = Write ‘opstart --help’ to see what can be written.

## What the system says

system-not-found = it is not there
system-not-allowed = you are not allowed to
system-full = the disk is full
system-not-a-file = it is no file or folder that can be used here
system-busy = somebody has it open

## Why a file cannot be read

read-empty = the file is empty
read-not-utf8 = the file is not saved as UTF-8
read-too-big = the file has { $size } MB, which is too much
read-newer = the file was made with a newer opstart (version { $version })
read-not-a-session = the file is not a session
fault-ends = the text stops in the middle
fault-missing = a ‘{ $sign }’ is missing
fault-word = ‘{ $found }’ cannot stand here; these can: { $allowed }
fault-twice = the field ‘{ $field }’ stands twice
fault-value = the value cannot be used here ({ $what })
fault-id = the id { $id } stands twice
fault-other = it cannot be read ({ $what })

## Sessions that cannot be opened

open-missing = { $path } is not there. Write ‘opstart list’ to see the sessions there are.
open-refused = { $path } cannot be opened: { $what }. The file is unchanged.
open-newer = { $path } cannot be opened: { $what }. The file is unchanged. Get the newest opstart and try again.
open-damaged =
    { $path } cannot be opened. Line { $line }, character { $column }: { $what }.
    The file is unchanged and the other sessions work. Mend the line in Notepad (save as UTF-8), or take the file from a backup.
open-unreadable =
    { $path } cannot be opened: { $what }.
    The file is unchanged and the other sessions work. Take it from a backup if it should have been a session.
name-unknown = There is no session called ‘{ $name }’ in { $dir }. Write ‘opstart list’ to see those there are.
name-near = There is no session called ‘{ $name }’. Did you mean: { $near }?
name-several = ‘{ $name }’ may be several sessions: { $matches }. Write a little more of the name.

## When a command cannot be finished

fail-no-screen = This needs a screen and a keyboard. Run it in a terminal window without sending its text elsewhere.
fail-catalog = The catalogue in { $path } cannot be read: { $what }. Choose the folder with --catalog, or leave it out to use the built-in catalogue.
fail-sessions = The folder of sessions, { $path }, cannot be read: { $what }. Nothing has changed. Choose another folder with --sessions.
fail-create = The session cannot be made in { $path }: { $what }. Nothing has changed. Choose another folder with --sessions.
fail-print = The text cannot be printed: { $what }.
fail-queries = The queries in { $path } cannot be read: { $what }.
fail-no-offer = There is no offer with the id ‘{ $id }’. Write ‘opstart catalog list’ to see them all.
fail-no-offer-near = There is no offer with the id ‘{ $id }’. Did you mean: { $near }?


## Lists

list-none = There are no sessions in { $dir }. Write ‘opstart new’ to begin one.
list-no-folder = There are no sessions yet. They will be saved in { $dir }.
list-none-due = There are no sessions to be followed up now.
list-follow-up = follow-up { $date }
list-example = { $reference } (example)
demo-written = { $count ->
    [one] One fictitious session is now in { $dir }.
   *[other] { $count } fictitious sessions are now in { $dir }.
}
catalog-nothing = No offer fits ‘{ $query }’.
catalog-problems = { $count ->
    [one] There is one mistake in the catalogue; the rest is used. Write ‘opstart check’ to see it.
   *[other] There are { $count } mistakes in the catalogue; the rest is used. Write ‘opstart check’ to see them.
}

## Mistakes that ‘opstart check’ finds

check-fine = No mistakes: { $sessions ->
    [one] one session
   *[other] { $sessions } sessions
} and { $offers } offers were looked at.
check-found = { $count ->
    [one] One mistake
   *[other] { $count } mistakes
} in { $sessions ->
    [one] one session
   *[other] { $sessions } sessions
} and { $offers } offers. No file was changed.
check-unknown-field = the field ‘{ $field }’ is not known to this version; the file can only be read
catalog-unknown-field = the field ‘{ $field }’ is not known and not used
catalog-duplicate-id = the id ‘{ $id }’ was used before; this offer is not used
catalog-duplicate-template = the template ‘{ $key }’ exists already; this one is not used
catalog-no-id = the offer ‘{ $name }’ has no id and is not used
catalog-no-name = the offer ‘{ $id }’ has no name
catalog-no-plain = the offer ‘{ $id }’ lacks a sentence to the citizen (plain)
catalog-unknown-department = the offer ‘{ $id }’ belongs to the department ‘{ $key }’, which is not in municipality.ron
catalog-unknown-theme = the offer ‘{ $id }’ has the theme ‘{ $key }’, which is not in municipality.ron
catalog-unknown-file = the file does not belong in a catalogue and was not read

## Settings

setting-language = Language of screen and command line
setting-color = Colours: auto follows the screen and NO_COLOR
setting-sessions = Folder of the sessions
setting-catalog = Folder of the catalogue
settings-choose = { $meaning } (choose one of { $values })
settings-built-in = (the built-in one)
settings-file = Your own settings are in { $path }
settings-unknown = there is no setting called ‘{ $name }’
settings-value = the setting ‘{ $name }’ cannot be ‘{ $value }’; it counts as not set
origin-default = from the program itself
origin-here = because the folder is here
origin-municipality = from the municipality's municipality.ron
origin-user = from your own settings.ron
origin-locked = locked by the municipality in municipality.ron
origin-environment = from an environment variable
origin-command-line = from the command line

## An offer

row-unknown = unknown
row-yes = yes
row-no = no
row-all = all
row-id = Id
row-state = Status
row-state-under-review = Under review
row-state-closed = Ended or closed to new citizens
row-department = Department
row-provider = Provider
row-legal = Legal basis
row-target = For whom
row-ages = Age
row-ages-from = from { $from } years
row-ages-to = up to { $to } years
row-ages-between = { $from }–{ $to } years
row-benefits = Benefit groups
row-areas = Areas
row-excluded = Not for
row-purpose = Purpose
row-description = Description for staff
row-content = Content and method
row-themes = Themes
row-forms = Form
row-duration = Duration
row-weeks = { $weeks ->
    [one] 1 week
   *[other] { $weeks } weeks
}
row-weeks-from = at least { $weeks ->
    [one] 1 week
   *[other] { $weeks } weeks
}
row-weeks-between = { $from }–{ $to } weeks
row-intensity = Intensity
row-start = Start
row-capacity = Places
row-free = Free places
row-waiting = Waiting time in weeks
row-updated = Places and waiting time told
row-access = Access
row-authority = Who decides
row-referral = How to refer
row-guarantee = Deadline or guarantee
row-contact = Contact
row-place = Place
row-transport = Transport
row-accessible = Accessible to all
row-languages = Languages and interpreter
row-anonymous = Can be used anonymously
row-price = The citizen pays
row-rate = The municipality pays
row-evidence = Evidence
row-requires = Needs first
row-combines = Goes well with
row-keywords = Other words
row-portal = Number in Tilbudsportalen
row-owner = Keeper of the description
row-reviewed = Last reviewed
row-next-review = Next review
row-unverified = Not verified
provider-Municipal = the municipality
provider-Region = the region
provider-State = the state or self-governing
provider-Private = private
provider-Voluntary = civil society
form-Individual = one to one
form-Group = group
form-Online = on a screen
form-Residential = residential
form-Company = company
form-Benefit = benefit
evidence-Proven = proven by studies
evidence-Promising = promising
evidence-Practice = known from practice

# The screen could not be used.
fail-terminal = The screen cannot be used: { $what }. No file has been changed. Try again in an ordinary terminal window.
