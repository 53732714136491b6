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
cli-value-from = FORMAT
cli-value-template = GROUP
cli-value-reference = REFERENCE
cli-value-document = DOCUMENT
cli-value-name = NAME
cli-value-key = KEY
cli-value-number = NUMBER
cli-value-version = NUMBER
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
cli-export = Writes a document about a meeting
cli-export-as = insight (everything about the citizen), readback (what was agreed) or json (for programs)
cli-export-format = text or markdown
cli-export-output = The file to write. Else it is written on the screen.
cli-delete = Deletes a meeting for good
cli-delete-yes = Delete. Without it, it is only said what would happen.
cli-delete-unfiled = Also when the meeting was never filed
cli-vault = Encryption of the folder of meetings
cli-vault-init = Turns encryption on
cli-vault-key = Shows your public key, and makes one if you have none
cli-vault-add = Gives a colleague access
cli-vault-name = The colleague's name
cli-vault-add-key = The colleague's public key, age1…
cli-vault-remove = Shuts a colleague out
cli-vault-remove-name = Name or public key
cli-vault-renew = Encrypts everything again, if it was cut short
cli-vault-off = Turns encryption off
cli-vault-off-yes = Do it. Without it, it is only said what would happen.
cli-vault-status = Who can read, and which files are encrypted
cli-history = Earlier versions of a meeting, the newest first
cli-restore = Brings an earlier version of a meeting back
cli-restore-version = Number of the version, as `opstart history` shows it
cli-restore-output = Writes the version to a new file and leaves the meeting alone
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
cli-catalog-import = Reads offers from a file in another format into a catalogue folder (indlæs)
cli-catalog-import-from = What it is: csv (spreadsheet), hsds (Open Referral) or oruk (Open Referral UK)
cli-catalog-import-path = The file, or the folder of the package
cli-catalog-import-into = Folder of the catalogue. Made if it is not there; else offers with the same id are replaced.
cli-catalog-export = Writes the catalogue in another format (udlæs)
cli-catalog-export-as = What it becomes: csv (spreadsheet) or hsds (Open Referral, a folder)
cli-catalog-export-path = The file, or the folder for the package
cli-catalog-check = Tests the catalogue: errors, overdue reviews and hard texts (tjek)
cli-catalog-missing = What sessions lacked, the most frequent first (mangler)
cli-catalog-missing-fictitious = Includes fictitious sessions
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

## The vault

sealed-locked = the file is encrypted, and your key is not unlocked
sealed-for-others = the file is encrypted to others than you
sealed-wrong-passphrase = The passphrase is not the right one.
sealed-damaged = the encrypted file is damaged
vault-explained =
    Now all meetings in the folder are encrypted.
    They can only be opened with a key and its passphrase. If you lose one of them, and you are alone with the folder, nobody can open the meetings again: not IT, and not those who made opstart.
    So: keep a copy of the key file in a safe place, and give at least one colleague access.
vault-choose = Choose a passphrase for your key: four or five words you can remember. It is not shown while you type.
vault-passphrase = Passphrase:
vault-passphrase-again = That did not fit. Try again:
vault-passphrase-repeat = Type it again:
vault-not-the-same = The two passphrases are not the same, or there is nothing. Nothing was changed. Try again.
vault-short = It is short. A longer passphrase is much harder to guess.
vault-key-made = Your key lies in { $path }. Keep a copy of the file in a safe place.
vault-no-terminal = The passphrase can only be typed in a terminal window. Nothing was changed.
vault-stopped = Stopped. Nothing was changed.
vault-no-key = The meetings in the folder are encrypted, and you have no key. Write »opstart vault key«, and give the key to a colleague who has access.
vault-is-on = Encryption is on already. Write »opstart vault status« to see how.
vault-is-off = Encryption is not on. Write »opstart vault init« to turn it on.
vault-no-such-member = Nobody who has access is called »{ $name }«. Nothing was changed.
vault-last-member = »{ $name }« is the only one with access. Without anyone, nobody can open the meetings. Nothing was changed.
vault-removed = What was copied out of the folder before can still be opened by the one who is shut out.
vault-left = { $path } is not encrypted again: { $what }. Close the meeting, and write »opstart vault renew«.
vault-off = { $dir }: not encrypted.
vault-off-would = All meetings in the folder, with their earlier versions, would lie readable for anybody who can come into the folder. Write »opstart vault off --yes« to do it.
vault-off-left = { $path } is still encrypted: { $what }. Close the meeting, and write »opstart vault off --yes« again.
vault-no-list = The folder is encrypted, but the list of who may read (.vault/recipients.txt) is missing or empty. Nothing is written in the clear. Fetch the list from a backup, or write »opstart vault init« to make a new one.
vault-on = { $dir }: { $sealed } files are encrypted, { $plain } are not. Access have:
vault-you = (you)
vault-plain = Not encrypted: { $path }
vault-unfinished = The encryption was not finished. Write »opstart vault renew«.
vault-alone = Only one has access. Give at least one colleague access, so that the meetings are not lost with one key.
vault-failed = It did not work: { $what }.
vault-bad-key = »{ $key }« is no public key. A key begins with age1.

## Encryption, as it stands beside the folder

vault-is-sealed = encrypted
vault-is-partly-sealed = partly encrypted
vault-is-locked = encrypted and locked
vault-is-unknown = encryption unknown
vault-locked = Quit and start opstart again. You will then be asked for your passphrase, and the meetings can be read.
vault-not-member = The meetings are not encrypted to your key. Give the key from »opstart vault key« to a colleague who has access.
vault-unknown = It cannot be seen whether the meetings are encrypted: the list of those with access cannot be read. Type »opstart vault status«.
list-vault = Folder ({ $vault }): { $dir }.


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
open-sealed =
    { $path } cannot be opened: { $what }.
    The file is as it was, and the other meetings work. »opstart vault status« says who has access; ask one of them to give it to you.
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
fail-export = { $path } cannot be written: { $what }. The meeting is unchanged. Choose another file with -o.
fail-export-there = { $path } exists already and was not touched. Choose another name.
fail-delete = { $path } cannot be deleted: { $what }. Nothing was changed.
exported = Written to { $path }. The file is not protected by opstart: keep it in the case system, and delete it again.
journal-title = What was agreed: { $reference }
delete-no-meeting = { $path } is no meeting. Nothing was deleted.
delete-would = { $path } and everything opstart keeps about the meeting will be deleted for good.
delete-how = Add --yes to delete.
delete-unfiled = The meeting was not filed. File it first; add --yes --unfiled to delete all the same.
delete-journal = Here is what was agreed, for the case record. Notes, wishes and the rest are not in it; all of it comes with »opstart export MEETING --as insight«:
delete-done = { $path } and { $versions } earlier versions are deleted.
delete-out-of-reach = Backups, synced folders and printouts are out of reach for opstart. Have IT delete them.
fail-no-offer = There is no offer with the id ‘{ $id }’. Write ‘opstart catalog list’ to see them all.
fail-no-offer-near = There is no offer with the id ‘{ $id }’. Did you mean: { $near }?


## Lists

list-none = There are no sessions in { $dir }. Write ‘opstart new’ to begin one.
list-no-folder = There are no sessions yet. They will be saved in { $dir }.
list-none-due = There are no sessions to be followed up now.
list-follow-up = follow-up { $date }
list-delete = to be deleted from { $date }
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

## Earlier versions

history-none = There are no earlier versions of the meeting.
history-then = then { $changes }
restore-done = The version of { $time } is back in { $path }. What was there before is now version 1.
restore-written = The version of { $time } is now in { $path }.
restore-held = The meeting is open with { $by }. Nothing is changed. Close it there first, or write the version to a new file with -o.
restore-taken = { $path } exists already. Nothing is changed. Choose another name.
restore-no-version = There is no version { $number }. There are { $count }. Write `opstart history` to see them.
fail-restore = { $path } cannot be read or written: { $what }. The meeting is as it was.
## Reading and writing the catalogue in other formats

import-done = { $read } offers read. In { $dir }: { $added } new, { $replaced } replaced, { $unchanged } unchanged.
import-nothing = Nothing was read, and nothing was written.
import-place = { $file } line { $row }
import-more = { $count } times in all
fail-import-read = ‘{ $path }’ cannot be read: { $what }. Nothing has changed.
fail-import-target = ‘{ $path }’ is a folder with something else than a catalogue. Nothing has changed. Choose a new folder or one that has municipality.ron.
fail-import-damaged = ‘{ $file }’ in the catalogue cannot be read. Nothing has changed. Type ‘opstart check’ to see the mistake.
fail-import-write = The catalogue in ‘{ $path }’ could not be written to the end: { $what }. The files that were written are whole. Import again when this is mended.
fail-export-write = ‘{ $path }’ could not be written: { $what }. The catalogue is unchanged.
fail-export-target = ‘{ $path }’ is a folder with something else than an HSDS package. Nothing was written. Choose a new folder.
export-done = { $count ->
    [one] One offer was written to { $path }.
   *[other] { $count } offers were written to { $path }.
}
import-too-big = too large, or one too many; it was not read
import-damaged = cannot be read as JSON: { $subject }
import-outside-package = the package names a file outside its own folder; it was not read: { $subject }
import-nothing-found = there are no offers in it
import-too-many-rows = more than { $subject } rows; the rest was not read
import-cut-text = the text is too long; its end was cut off: { $subject }
import-no-description = the description of the package cannot be read; the files are known by their names
import-missing-file = the package names a file that is not there: { $subject }
import-unknown-file = the file is not used: { $subject }
import-encoding = read as the encoding { $subject }
import-bad-characters = characters that could not be read
import-separator = the columns are separated by ‘{ $subject }’
import-empty-row = neither id nor name; the row was not read: { $subject }
import-short-row = fewer cells than columns: { $subject }
import-long-row = more cells than columns; the last ones were not read: { $subject }
import-broken-quote = a quotation mark without its other half; the lines were read one by one: { $subject }
import-duplicate-id = the same id more than once; only one was read: { $subject }
import-looks-alike = the same name and text as another; both were read: { $subject }
import-dangling = { $column } points to something that is not there: { $subject }
import-unknown-column = the column is not known and was not read: { $column }
import-double-column = two columns for the same; the second is only used where the first is empty: { $column }
import-missing-column = the column is missing: { $column }
import-missing-value = { $column } is missing: { $subject }
import-made-id = the id was made from the name: { $subject }
import-bad-value = { $column } cannot be understood and is left unknown: { $subject }
import-markup = HTML was turned into text: { $subject }
import-control = control characters were removed: { $subject }
import-written-line-ends = line ends written as \n became line ends: { $subject }
import-no-place = the catalogue has no field for { $column }: { $subject }
import-metadata = earlier values and who changed them are never read

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

## `opstart catalog check` and `missing`

catalog-duplicate-rule = the rule “{ $id }” has no id or one that was used before; it is not used
checked-advice = {"advice: "}
checked-catalog = { $offers } offers checked: { $wrong ->
    [0] no errors
    [one] one error
   *[other] { $wrong } errors
} and { $advice } pieces of advice.
flaw-same-name = the offer “{ $id }” has the same name as “{ $other }” in the same department
flaw-unknown-key = “{ $id }”: “{ $key }” in { $field } is not in municipality.ron
flaw-unknown-offer = “{ $id }”: { $field } names the offer “{ $other }”, which is not there or is the offer itself
flaw-no-description = the offer “{ $id }” has no description for staff (description)
flaw-law-ended = the offer “{ $id }” rests on { $paragraph }, which was valid only until { $date }
flaw-rule-without-offers = the rule “{ $id }” is about offers and names none (offers)
flaw-never-reviewed = the offer “{ $id }” was never reviewed (reviewed)
flaw-review-overdue = the offer “{ $id }” was due for review on { $date }
flaw-rule-never-checked = the rule “{ $id }” was never compared with the law (checked)
flaw-rule-overdue = the rule “{ $id }” was last compared with the law on { $date }
flaw-rule-ended = the rule “{ $id }” was valid only until { $date }
flaw-hard-sentence = the offer “{ $id }”: the sentence beginning “{ $begins }” has { $words } words; { $most } at most is easy to read
flaw-hard-words = the offer “{ $id }”: { $share } of 100 words have more than 6 letters; { $most } at most is easy to read
flaw-hard-lix = the offer “{ $id }”: the text for the citizen has LIX { $lix }; { $most } at most is easy to read
missing-none = No missing offers are noted in { $sessions ->
    [one] one session
   *[other] { $sessions } sessions
}.
missing-head = Missing offers from { $sessions ->
    [one] one session
   *[other] { $sessions } sessions
}:
missing-times = { $count } ×
missing-by-theme = By theme:
missing-by-department = By department:
missing-unnamed = not noted

## Settings

setting-language = Language of screen and command line
setting-color = Colours: auto follows the screen and NO_COLOR
setting-sessions = Folder of the sessions
setting-catalog = Folder of the catalogue
setting-idle_minutes = Minutes without a key before the screen is covered; 0 is never
setting-retention_days = Days from the filing of a meeting until it should be deleted here
setting-versions-days = For so many days earlier versions are kept, one a day; today all of them
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
