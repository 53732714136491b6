# Words of the screens in English.
#
# A municipality may change them in a file of its own. The key on the left stays as it is, and so do words like { $name }.
# `.hint` is the short explanation that belongs to a field or an action.

## The program

app-name = opstart
saved = Saved { $time }
saving = Saving …
save-failed = NOT SAVED: { $cause } – trying again
save-disk-full = the disk is full
save-no-folder = the folder is gone
save-not-allowed = you may not write in the folder
save-no-vault = the list of readers is missing
save-no-share = the drive is disconnected
save-no-answer = the drive does not answer
saved-after-all = The last changes are saved now.
save-other = the file could not be written
saves-itself = Everything is saved by itself while you write.
saving-again = Trying to save again. Last time it did not work: { $cause }.
stay-unsaved = The meeting is not saved yet: { $cause }. Stay here until it is.
quit-unsaved = The last changes are not saved: { $cause }. The program keeps trying. Do you want to stay until they are saved?
read-only-mark = Read only
read-only-mark-held = Read only: open at { $by }
read-only-mark-free = Read only: Ctrl+R writes
read-only-closed = The meeting is closed. Choose “Correct the closed meeting” with Ctrl+P if something has to be corrected.
read-only-held = { $by } has the meeting open. You can read it but not change it.
read-only-free = { $by } has left the meeting. Ctrl+R: write in it here.
writes-now = Now you can write in the meeting.
read-only-unknown = The file has fields this version does not know: { $fields }. You can read the meeting but not change it.
example-mark = EXAMPLE
example-copy = This is a copy of an example. Feel free to try things out.
too-small = The window is too small. Make it at least { $width } × { $height } characters. Everything is being saved. What you type goes into the field as before. Other keys do nothing meanwhile. Ctrl+Q quits.
too-small-unsaved = The window is too small. Make it at least { $width } × { $height } characters. What you type goes into the field as before. Other keys do nothing meanwhile.
privacy-screen = The screen is covered. Press any key to go on.
esc-does-not-quit = There is nothing more to go back from. Ctrl+Q quits.
warn-cpr = This looks like a CPR number. It belongs in the case system: write initials and a case number instead.
interrupt-again = Press Ctrl+C again to quit – everything is saved.
interrupt-again-unsaved = The last changes are not saved yet. Press Ctrl+C again if you want to quit.

## Meetings on the list

insight-title = Insight: everything opstart keeps about { $reference }
insight-count = { $count ->
    [one] There is { $count } meeting.
   *[other] There are { $count } meetings.
}
insight-others = Look through the document for what concerns others before it is given to the citizen. Earlier versions of the meetings, and what was moved to the case system, are not in it.
insight-file = File
insight-versions = Earlier versions
insight-unread = Could not be read, and may belong here: { $files }. The insight may not be whole because of that.
insight-status = Status
insight-misfit = Against the offer
home-title = Meetings
home-empty = Your meetings will be listed here.
home-empty-how = Press Ctrl+N to begin the first one.
home-reading = Loading …
home-no-match = No meetings match. Esc clears the search.
home-folder-own = Own folder{ $vault }: { $folder }
home-folder-team = Team folder{ $vault }: { $folder }
exposed-others = Others on this machine can look into the folder of meetings. Have IT close it, or choose another folder.
exposed-synced = The folder of meetings is copied to other machines by { $program }. Choose a folder that is not synced.
exposed-git = The folder of meetings lies in a git work tree ({ $tree }). Choose another folder, so that no meeting is shared by mistake.
home-can-be-deleted = to be deleted
home-open = open now
home-open-at = open at { $by }
home-column-date = Date
home-column-reference = Citizen
home-column-status = Status
home-column-progress = Filled in
home-column-follow-up = Follow-up
progress-of = { $done } of { $total }
examples-stay = The examples stay and cannot be deleted.
file-damaged = The file { $file } cannot be read and has not been changed: { $what }
deleted = The meeting is deleted.
ask-delete = Do you want to delete { $name } for good? This cannot be undone.
ask-delete-unfiled = { $name } has NOT been filed. Put what was agreed into the case system first: here you can see it and copy it; notes and the rest of the meeting are not in it. Delete the meeting for good? This cannot be undone.

## Nothing is lost: earlier versions, changes from outside, another place

menu-versions = Earlier versions: the newest first
no-versions = There are no earlier versions of the meeting yet.
version-opened = when the meeting was opened
version-step = when the step changed
version-timed = on the way
version-left = when the meeting was left
version-restore = before a version was brought back
version-outside = from another machine
version-update = before the file was updated
version-unreadable = cannot be read
version-not-kept = The earlier version could not be kept. The meeting itself is saved.
version-is-the-same = The version is the same as what is here now.
counts-changed = { $count ->
    [one] 1 changed
   *[other] { $count } changed
}
counts-added = { $count ->
    [one] 1 new
   *[other] { $count } new
}
counts-removed = { $count ->
    [one] 1 removed
   *[other] { $count } removed
}
counts-none = no changes
ask-restore = Bring back the version of { $time }? What is here now will change: { $changes }. You can undo it.
button-keep-present = Keep what is here now
button-restore = Bring it back
restored = The version of { $time } is back. Ctrl+Z undoes it.
deleted-versions = { $count ->
    [one] The meeting and 1 earlier version are deleted.
   *[other] The meeting and { $count } earlier versions are deleted.
}
came-in = { $count ->
    [0] Something was moved on another machine.
    [one] 1 change came in from another machine.
   *[other] { $count } changes came in from another machine.
}
came-in-two = {" "}{ $count ->
    [one] 1 field has two texts with [ELLER] between them.
   *[other] { $count } fields have two texts with [ELLER] between them.
}
came-in-noted = {" "}{ $count ->
    [one] 1 thing is in the parking lot.
   *[other] { $count } things are in the parking lot.
}
noted-theirs = { $what } was on another machine: { $theirs }
noted-without = { $what } was different on another machine.
saved-beside = Something else changed the file and it cannot be read. It is left as it is. The meeting is now saved in { $path }
saved-elsewhere = The meeting is saved in { $path }. The program still tries the right place.
not-saved-elsewhere = The meeting could not be saved in { $path }: { $cause }.
save-hint = NOT SAVED: { $cause }. The program tries again. Ctrl+P and “Save somewhere else” saves to another folder.
why-saved = The meeting is saved where it belongs.
ask-elsewhere = Where should the meeting be saved? Write folder and file name.
path-needed = Write where the meeting should be saved.
ask-take-over = The meeting is locked by { $by }, who seems to be gone. Take it over? If you both write, both are put together.
button-only-read = Just read it
button-take-over = Take it over
ask-rescue = { $file } cannot be read. The file is unchanged. The newest version that can be read is of { $time }. Open a copy of it?
button-leave-it = Leave it
button-open-copy = Open a copy
ask-forgotten = The meeting has been running since { $time } and was not ended. Has it ended?
button-still-runs = It is still running
button-it-ended = It has ended
end-assumed = The meeting has ended. The time { $time } is assumed and marked so in the file.
went-back-to = This is where you were. All that was shown as saved is here.

## Steps

step-preparation = Preparation
step-roles = Roles
step-agenda = Agenda
step-picture = Shared picture
step-offers = Offers
step-goals = Goals
step-close = Close

## Sections of the pages

section-meeting = The meeting
section-citizen = The citizen
section-referral = Referral
section-consent = Consent
section-purpose = Purpose
section-approach = Approach
section-pre-meeting = Pre-meeting
section-handover = Knowledge from the handing-over caseworker
section-plans = Plans that exist already
section-checklist = Checklist
section-absent = If the citizen does not come
section-participants = Participants
section-advice = Advice
section-agenda = Agenda
section-picture = Shared picture
section-offers = Picked offers
section-missing = Missing offers
section-goals = Goals and agreements
section-read-back = Read aloud to the citizen
section-decisions = Decided and suggested
section-next = Next meeting
section-parked = Parked for later
section-answers = The citizen's answers
section-gaps = What is missing
section-close = Close the meeting
section-filed = Filing

about-job-first = Job from the start: you talk about work from the first meeting, and the company consultant brings a few concrete ideas.
about-relation-first = Relation first: you get to know one another. Company visits and a taster placement can come later.
about-toned-down = Toned down: work is mentioned but takes up little room. Calm and trust come first.
about-picture = Choose the cards that matter to the citizen now. Space ticks them. The rest may stay empty.

add-member = + Add a family member
add-consent = + Add a consent
add-plan = + Add a plan
add-check = + Add a checklist item
add-participant = + Add a participant
add-item = + Add an item
add-missing = + Note a missing offer
add-goal = + Add a goal
add-sub-goal = + Add a sub-goal
add-action = + Add an agreement
add-decision = + Add a decision
add-parked = + Park something for later

empty-members = The family members the plan is for are listed here.
empty-consents = The citizen's consent to sharing information is kept here.
empty-plans = The plans the citizen already has, and their deadlines, are listed here.
empty-participants = Those who take part in the meeting are listed here, the citizen first.
empty-agenda = The agenda is empty. Take a ready-made agenda, or add the first item.
empty-offers = The offers you pick are listed here. F6 opens the catalogue of offers.
empty-missing = The offers you needed and did not find are listed here.
empty-goals = The citizen's goals, and who does what, are listed here. F5 begins a goal, in the middle of the meeting too.
empty-decisions = What is decided, suggested or awaiting is listed here. F4 writes a decision, in the middle of the meeting too.
empty-parked = What you will come back to another time is listed here. F7 parks something, in the middle of the meeting too.

checklist-left = { $count ->
    [0] all done
   *[other] { $count } to do
}
people = { $count ->
    [one] 1 participant
   *[other] { $count } participants
}
cards-chosen = { $count ->
    [one] 1 card chosen
   *[other] { $count } cards chosen
}
offers-picked = { $count ->
    [one] 1 offer picked
   *[other] { $count } offers picked
}
gap-count = { $count ->
    [0] nothing
    [one] 1 thing
   *[other] { $count } things
}
closed-line = { $count ->
    [one] 1 thing is not for everyone. Enter shows it.
   *[other] { $count } things are not for everyone. Enter shows them.
}
agenda-sum = { $planned } of { $available } minutes
agenda-end = Ends at { $time }
minutes = { $count } min
status-is = Status: { $status }
no-gaps = Nothing is missing.
answers-given = The citizen has answered the three questions.
answers-not-given = The citizen has not answered the three questions yet.
consent-withdrawn = Withdrawn
unnamed = Not filled in
unknown = Not stated
unknown-record = Cannot be shown
none-chosen = None
not-understood-yet = not understood yet

## Dates and times

date-long = { $day } { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
weekday-7 = Sun
at-time = { $time }
time-left = { $time } left
time-over = { $time } over time

## Messages

undone = Undone.
redone = Done again.
copied = Copied.
removed = Removed: { $title } – Ctrl+Z brings it back
picked = Picked: { $name }
already-picked = { $name } is picked already. Delete takes it out again.
nothing-found = No offers match.
nothing-found-note = No offer fits. F10 notes what you searched for as a missing offer.
nothing-to-choose = There is no list to choose from here. Please type it yourself.
cards-stay = The cards stay. Set Relevant to No if a card does not fit.
cannot-indent = It cannot be moved that way. A goal can only become a sub-goal if nothing more is filled in for it.
shared = Everyone may see it now.
unshared = Only staff may see it now.
revealed = What is not for everyone is now shown too. Ctrl+O hides it again.
unrevealed = Only what is for everyone is shown now.
reveal-not-running = Everything is shown already. During the meeting, what is not for everyone is hidden.
meeting-started = The meeting is under way. F9 goes to the next item.
meeting-ended = The meeting is over. This is where you sum up.
meeting-runs-stay = The meeting is under way. Choose “Go to the list of meetings” with Ctrl+P if you want to leave.
item-begins = Now: { $title }
last-item = That was the last item. Choose “End the meeting” with Ctrl+P when you are done.
session-closed = The meeting is closed. The plan can now be given to the citizen.
correcting = The meeting can now be corrected. The reason is saved in the meeting.
say-why = Please write briefly why, and what you have agreed.
reason-needed = Please write a short reason first.

why-no-session = Open a meeting first.
why-no-agenda = The agenda is empty. Add an item first.
why-no-meeting = The meeting has not begun yet.
why-meeting-runs = The meeting is under way already.
why-not-held = There is nobody to take the meeting over from.
why-not-closed = Only closed meetings are corrected this way.
why-nothing-to-undo = There is nothing to undo.
why-nothing-to-redo = There is nothing to redo.
why-read-only = The meeting can only be read, so it cannot be changed here.

## Questions with buttons

ask-close = { $count ->
    [0] Do you want to close the meeting?
    [one] 1 thing is missing. Do you want to close the meeting all the same?
   *[other] { $count } things are missing. Do you want to close the meeting all the same?
} Afterwards it can only be corrected with a reason.
ask-reason = Why does the closed meeting have to be corrected?
button-stay = Stay here
button-quit-anyway = Quit without saving
button-keep = Keep it
button-delete = Delete for good
button-delete-unfiled = Delete without filing
button-not-yet = Not yet
button-close = Close the meeting

## The text for the case record on screen, before a meeting is deleted

button-show-journal = Show the text for the record
journal-on-screen = Text for the case record: what was agreed
text-copied = The text is copied. Paste it into the case system.
short-copy-text = copy text
context-document = A text over the whole screen
do-copy-text = Copy the text
    .hint = Puts the whole text on the clipboard, so that it can be pasted into the case system.

## Lists on the screen

menu-palette = All actions
menu-help = Help
menu-help-title = Help: { $place }
menu-new = New meeting: who is it for?
menu-roles = Add a role
menu-agendas = Ready-made agendas
menu-filter = Type to narrow the list
role-taken = takes part
agenda-choice = { $minutes } minutes, { $items ->
    [one] 1 item
   *[other] { $items } items
}

## Advice: none of it stands in the way of the meeting

advice-role-missing = { $role } is missing. Ask whether they can come, or get their input beforehand.
advice-role-regrets = { $name } has sent regrets. Get a short input beforehand, and write it under the participant.
advice-no-leader = Nobody has the role of facilitator. Give one of the participants the role “Leads the meeting”.
advice-two-leaders = More than one person leads the meeting. Agree on who has the floor, and take the role “Leads the meeting” from the others.
advice-no-writer = Nobody takes notes. Give one of the participants the role “Takes notes”, preferably not the facilitator.
advice-leader-writes = The facilitator is to take notes as well. If possible, ask somebody else to be the note taker.
advice-many-professionals = { $count } professionals and nobody at the citizen's side. Ask whether fewer are enough, or whether the citizen wants to bring a companion.
advice-agenda-long = The agenda is { $minutes } min longer than the meeting. Shorten an item, or let something wait.
advice-misfit = { $offer } does not quite fit. { $why } Write under “Why all the same” if you hold on to it.
advice-rule = { $text } ({ $checked })

## What is missing

gap-reference = Write the citizen's initials and case number, so that the meeting can be recognised.
gap-purpose = Write the purpose of the meeting for this citizen in one sentence.
gap-approach = Choose an approach: job from the start, relation first or toned down.
gap-consent = There is no valid consent. Ask the citizen, and write down the answer before you share information.
gap-checklist = { $count } on the checklist still to do. Get it done, or set it to not relevant.
gap-plan-late = The deadline of a plan has passed. What applies now? { $name }
gap-no-goal = No goal is written yet. Ask: what would you like to achieve?
gap-own-words = How does the citizen put the goal? { $goal }
gap-clarity = Is the job goal clear? Perhaps agree on a job goal meeting. { $goal }
gap-no-action = Who does what to reach the goal? { $goal }
gap-action-what = An agreement does not say what is to be done. { $action }
gap-action-who = Who is responsible? { $action }
gap-action-until = When should it be done? { $action }
gap-firmness = Is it decided, suggested or awaiting? { $text }
gap-read-back = Read the agreements aloud, and ask the citizen whether they are right.
gap-next-meeting = Agree on when you meet next.
gap-plan-given = Agree on how the citizen gets the plan.
gap-answers = Let the citizen answer the three questions, now or later.
gap-cpr = Something here looks like a CPR number. It belongs in the case system: write initials and a case number.
gap-not-understood = The date or time is not understood: { $text }. Write for example 14/3 or 10.30.

## Read-back to the citizen: { $authority }, { $time } and { $place } are empty or begin with a space or a full stop of their own

read-own-words = You have said: “{ $words }”
read-goal = Your goal is: { $goal }
read-no-goal = We have not written the goal yet.
read-sub-goal = A step on the way is: { $goal }
read-action = { $who } { $what } by { $day }.
read-action-what = Here is an agreement where we have not written what is to be done.
read-action-who = We have not agreed who does this: { $what }.
read-action-until = { $who } { $what }. We have not agreed when.
read-offer-suggested = We have talked about { $offer }. It is a suggestion and not decided yet.{ $authority }
read-offer-applied = { $offer } has been applied for. There is no answer yet.{ $authority }
read-offer-granted = You have been granted { $offer }.
read-offer-started = You have started with { $offer }.
read-authority = {" "}It is decided by: { $name }.
read-decided = It is decided: { $text }.
read-suggested = It is suggested but not decided: { $text }.
read-awaiting = It is awaiting a formal decision: { $text }.
read-firmness = We have not said whether this is decided or suggested: { $text }.
read-contact = Your contact person is { $name }.
read-if-wrong = If things go differently from what we agreed: { $text }.
read-next = We meet again on { $day }{ $time }{ $place }.
read-next-time = {" "}at { $time }
read-next-place = {"."} The place is { $place }
read-plan-given = This is how you get the plan: { $how }.
read-nothing = We have not agreed on anything yet.

## The catalogue of offers

picker-search = Search
picker-all-departments = All departments
picker-all-themes = All themes
picker-count = { $shown } of { $all }
picker-nothing = No offers match. Esc clears the search.
picker-note-missing = F10 notes “{ $query }” as a missing offer. Enter does nothing.
picker-picked = Picked: { $names }

offer-for = For
offer-what = What happens there
offer-law = Legal basis
offer-duration = Duration
offer-waiting = { $weeks ->
    [one] 1 week's waiting time
   *[other] { $weeks } weeks' waiting time
}
offer-waiting-none = no waiting time
offer-waiting-unknown = waiting time not stated
offer-price = Own payment
offer-decides = Decided by
offer-contact = Contact
offer-reviewed = Last reviewed { $date }
offer-never-reviewed = Never reviewed
offer-unverified = Not verified
offer-closed = Closed to new citizens
offer-under-review = Under review

access-Open = Open to everyone
access-Assessment = Needs a formal decision
access-Referral = Needs a referral
access-ViaStaff = Through staff

found-paragraph = { $found }
found-replaced = { $old } → now { $new }
found-replaced-from = { $old } until { $last }, then { $new }
found-ended = { $old } held until { $last }
found-ends = { $old } holds until { $last }
found-exact = name: { $found }
found-prefix = begins with: { $typed } → { $found }
found-compound = compound: { $typed } → { $found }
found-inflection = word form: { $typed } → { $found }
found-spelling = spelling: { $typed } → { $found }
found-synonym = synonym: { $typed } → { $found }
found-abbreviation = abbreviation: { $found }
found-description = description: { $found }

## Whether the offer fits, was offered before, and why it comes first

fit-fits = fits
fit-not = does not fit: { $aspects }
fit-unknown = unknown: { $aspects }
aspect-Age = age
aspect-Benefit = benefit
aspect-Area = area
aspect-Validity = validity
aspect-Rule = rule
fit-ages-from = { $from } years and older
fit-ages-to = at most { $to } years
fit-ages-between = { $from }-{ $to } years
fit-age-inside = The age fits.
fit-age-outside = The offer is for { $ages }, and the citizen is { $age }.
fit-age-unknown = The offer is for { $ages }, and the citizen's age is not noted.
fit-benefit-all = The offer is for all benefits.
fit-benefit-among = The benefit fits.
fit-benefit-other = The offer is for: { $names }. The citizen receives something else.
fit-benefit-silent = The offer does not say which benefits it is for.
fit-benefit-citizen = The offer is for: { $names }. The citizen's benefit is not noted.
fit-area-all = The offer is for the whole municipality.
fit-area-among = The area fits.
fit-area-other = The offer is for: { $names }. The citizen lives elsewhere.
fit-area-silent = The offer does not say which areas it is for.
fit-area-citizen = The offer is for: { $names }. The citizen's area is not noted.
fit-closed = The offer is closed to new citizens.
fit-under-review = The offer is under review.
fit-law-ended = { $paragraph } was valid only until { $date }.
fit-checked = last checked { $date }
fit-never-checked = never checked
fit-remember = Remember: { $rule }
fit-then = At the time: { $text }
fit-caveat = Rules advise and never block. Ask the authority, and always check the law in force.
offered-before = Offered before: { $date } ({ $file })
offered-row = offered before
suggested = suggested: { $reasons }
suggest-job-first = job from the start
suggest-relation-first = relation first
suggest-toned-down = toned down
picked-misfit = Picked: { $name } ({ $verdict }). Write why in step 5.
## The catalogue: search, compare, change

catalog-title = Catalogue of offers
catalog-built-in = built in
catalog-reading = The catalogue is being read …
catalog-empty = There are no offers in the catalogue yet. Insert makes the first one.
catalog-none = No offers match.
catalog-none-how = Esc clears the search and then the filters. Tab shows the filters.
filter-department = Department
filter-theme = Theme
filter-benefit = Target group
filter-age = Age
filter-access = Access
filter-price = Price
filter-duration = Duration
filter-reviewed = Last reviewed
filter-state = State
filter-none = Show all offers, closed ones too
filter-off = All offers, closed ones too
value-unknown = unknown
value-never = never
value-years = { $from }–{ $to } years
value-years-to = up to { $to } years
value-years-from = from { $from } years
value-free = free
value-costs = costs something
value-weeks = { $from }–{ $to } weeks
value-longer = longer or without an end
value-recently = within a year
value-long-ago = more than a year ago
value-overdue = due to be reviewed again
value-in-use = can be used (not closed)
order-relevance = best answer first
order-name = name
order-department = department
order-reviewed = last reviewed, oldest first
order-waiting = shortest waiting time
order-by = sorted by { $order }
menu-filters = Filters: how many offers are left
menu-order = Order
menu-related = Offers that belong with this one
compare-title = Compare two offers (* differs)
compare-plain = In plain words
compare-with = “{ $name }” is to be compared. Go to the other offer and press F4.
compare-mark = = { $name }
compare-off = No longer comparing.
tie-requires = must come first
tie-required-by = needs this one first
tie-combines = go well together
tie-themes = same theme: { $themes }
related-none = No offers belong with this one.
contact-none = The offer has no contact.
contact-copied = Copied: { $contact }
printed = The offer was written to { $file }
why-no-offer = Choose an offer first.
why-not-in-catalog = Open the catalogue from the list of meetings first.
why-leave-first = Go back to the list of meetings first.
why-offer-open = Save or leave the offer first.
ask-retired = Why is “{ $name }” closed? Write the reason. The offer stays in the catalogue as closed.
retired-note = { $date }: { $reason }
retired-already = The offer is closed already. F2 changes it.
ask-unfold = The catalogue is the one built into the program, and it cannot be changed. It can be written out to a folder of your own. The program uses that folder from then on, and you can change the offers.
button-leave-built-in = Leave it
button-unfold = Write the catalogue out
unfolded = The catalogue is now in { $folder }
offer-saving = One moment: it is being saved.
offer-unchanged = There is nothing to save.
offer-not-saved = Not saved · Ctrl+S
offer-needs-name = Write a name before the offer is saved.
offer-needs-day = Write the day so that it can be understood before the offer is saved.
offer-saved = Saved: { $name }
offer-retired = Closed: { $name } · Ctrl+Z takes it back
offer-reviewed-now = Reviewed today: { $name } · Ctrl+Z takes it back
offer-verified-now = Verified today: { $name } · Ctrl+Z takes it back
offer-taken-back = Taken back: { $name }
draft-again = Here is the draft you left.
draft-kept = { $why } The draft stays here until the program ends.
quit-unsaved-offer = The offer “{ $name }” is not saved. If the program ends now, the changes are gone.
keep-changed = Somebody else changed the offer meanwhile. Nothing was overwritten. This is what stands there now.
keep-changed-form = Somebody else changed the offer. Nothing was overwritten. Ctrl+S puts my changes on top; where we changed the same field, it asks first.
keep-gone = The offer is no longer in its file. Nothing was written.
keep-damaged = The file cannot be read. Nothing was written. Mend it, or run opstart check.
keep-unwritable = The offer cannot be written like this. Nothing changed on disk.
keep-held = { $by } is writing in the file right now. Try again in a moment.
keep-disk = The offer is NOT saved: { $cause }. Ctrl+S tries again.

## The form: advice at the fields, and what is asked before anything is saved

draft-unknown-department = The department is not on the municipality's list. Alt+↓ shows the departments.
draft-ages-reversed = The youngest age is higher than the oldest. Nobody fits both.
ask-clash = Somebody else changed “{ $field }” as well. Theirs: “{ $theirs }”. Yours: “{ $mine }”. Which text shall stand?
button-edit-on = Go on editing
button-theirs = Use theirs
button-mine = Use mine
ask-new-offer = Save the new offer “{ $name }” in the catalogue?
button-save-offer = Save the offer
button-drop-offer = Throw it away
offer-dropped = The new offer was not saved.
why-new-offer-stays = A new offer is not undone here. Delete takes it out of use.
form-new = New offer
form-edit = Change offer
form-folder = Saved in { $folder }
section-offer = The offer
section-offer-for = For whom
section-offer-what = What
section-offer-in = Access, places and price
section-offer-contact = Contact and place
section-laws = Legal basis
section-offer-related = Belongs with
section-offer-upkeep = Upkeep
add-law = Add a legal basis
empty-laws = No legal basis is written.
offerstate-Active = Active
offerstate-UnderReview = Under review
offerstate-Closed = Closed
context-browser = The catalogue (browse and change)
context-sheet = One offer, or two side by side
context-form = An offer being changed
short-see = see
short-edit = change
short-compare = compare
short-related = related
short-copy-contact = copy contact
short-reviewed = reviewed
short-next-offer = next offer
short-to-list = to list
short-save = save
short-undo = undo
short-browse = offers
do-browse = Open the catalogue of offers
    .hint = Search, compare and change offers.
do-filters = Choose filters
    .hint = All filters in one list. Type to find one; the number is how many offers are left.
do-order = Choose the order
    .hint = By name, department, review or waiting time.
do-compare = Compare two offers
    .hint = Chooses the first offer; on the second, both are shown side by side.
do-related = Show related offers
    .hint = Offers that must come first, go well with this one or share a theme.
do-copy-contact = Copy the contact
    .hint = Name, telephone, e-mail and hours go to the clipboard.
do-print-offer = Write the offer to a file
    .hint = A file with the whole offer that can be printed or sent.
do-edit-offer = Change the offer
    .hint = Opens the offer as a form.
do-new-offer = New offer
    .hint = Opens an empty form for a new offer.
do-retire-offer = Close the offer
    .hint = Asks for the reason. The offer stays, marked as closed.
do-reviewed-today = Reviewed today
    .hint = Writes today as the day the offer was last reviewed.
do-verified-today = Checked against the law today
    .hint = Removes “not checked” and writes today at every legal basis.
draft-name = Name
    .hint = As staff say it.
draft-plain = In plain words
    .hint = One or two short sentences to the citizen, at most 200 characters.
draft-state = State
    .hint = Whether the offer can be used today.
draft-state_note = Note on the state
    .hint = Why it is closed or under review, and from when.
draft-department = Department
    .hint = Who has the offer. Alt+↓ shows the departments.
draft-provider = Provider
    .hint = Who runs it.
draft-themes = Themes
    .hint = With commas between. Alt+↓ shows the themes.
draft-keywords = Other words
    .hint = Words people use for it, with commas between.
draft-description = Description for staff
    .hint = What it is, for staff.
draft-content = Content and method
    .hint = What happens in it.
draft-purpose = Purpose
    .hint = What it is meant to change.
draft-target = Target group in words
    .hint = Whom it is for.
draft-excluded = Who cannot get it
    .hint = Empty when it is not known.
draft-age_from = From age
    .hint = Youngest age in whole years; empty without a limit.
draft-age_to = To age
    .hint = Oldest age in whole years; empty without a limit.
draft-benefits = Benefit groups
    .hint = With commas between; “all” when the benefit does not matter; empty is unknown.
draft-areas = Areas
    .hint = With commas between; “all” for the whole municipality; empty is unknown.
draft-forms = Form
    .hint = One to one, group, residential or other.
draft-min_weeks = At least weeks
    .hint = Shortest duration in weeks.
draft-max_weeks = At most weeks
    .hint = Longest duration in weeks.
draft-duration_note = Duration in words
    .hint = Ongoing, once, three phases.
draft-intensity = Intensity
    .hint = How much: 1 hour a week.
draft-start = Start
    .hint = When one can begin.
draft-capacity = Places
    .hint = Places in all.
draft-free = Free places
    .hint = On the day it was told.
draft-waiting_weeks = Waiting time in weeks
    .hint = 0 is none; empty is unknown.
draft-updated = Places and wait told on
    .hint = The day the numbers were told, for example today or 14/3.
draft-access = Access
    .hint = How one gets in.
draft-authority = Who decides
    .hint = The authority that decides.
draft-referral = How to refer
    .hint = What staff does.
draft-guarantee = Deadline or guarantee
    .hint = By law, if there is one.
draft-contact_name = Contact
    .hint = Person or desk.
draft-contact_phone = Telephone
    .hint = As it is to be written.
draft-contact_email = E-mail
    .hint = Without data about citizens.
draft-contact_hours = Hours
    .hint = Weekdays 9-14.
draft-place = Place
    .hint = Where it is.
draft-transport = Transport
    .hint = How to get there.
draft-accessible = Accessible
    .hint = Step-free and otherwise accessible.
draft-languages = Languages and interpreter
    .hint = The languages it can be given in.
draft-anonymous = Can be used anonymously
    .hint = Yes, no or unknown.
draft-price = Price
    .hint = “gratis” or the amount; empty is unknown.
draft-rate = Rate
    .hint = What the municipality pays.
draft-evidence = Evidence
    .hint = How well the effect is known.
draft-requires = Must come first
    .hint = Ids of offers that must come before. Alt+↓ shows the offers.
draft-combines_with = Goes well with
    .hint = Ids of other offers. Alt+↓ shows the offers.
draft-portal_id = No. in Tilbudsportalen
    .hint = If it has one.
draft-owner = Owner of the description
    .hint = Who keeps it right.
draft-reviewed = Last reviewed
    .hint = The day somebody went through it, for example today or 14/3.
draft-next_review = Next review
    .hint = The day it is to be reviewed again, for example 14/3.
draft-unverified = Not checked
    .hint = Yes when law, duration and target group were not checked against a source.
law-law = Law
    .hint = Short name: SEL, LAB. Alt+↓ shows the laws.
law-paragraph = Paragraph
    .hint = 85, 82 a, 57-61, kap. 12; empty is the whole law.
law-valid_from = Valid from
    .hint = First day, for example 1/7.
law-valid_to = Valid to
    .hint = Last day, for example 31/12.
law-checked = Checked
    .hint = The day it was compared with the law, for example today.
law-replaced_by = Replaced by
    .hint = As one writes it: SEL § 82 b.
law-source = Source
    .hint = Where it was read.

## The meeting's clock

clock-now = Now: { $title }
clock-next = Next: { $title }
clock-paused = Break
clock-ended = The meeting is over

## The citizen screen

citizen-title = Your meeting
citizen-purpose = Why we meet
citizen-agenda = What we will go through
citizen-words = What you have said
citizen-goals = Your goals
citizen-agreements = What we have agreed
citizen-next = Next meeting
citizen-nothing = What we agree on will appear here while we talk.

question-1 = I have been heard and involved in the making of my plans
question-2 = I feel that there is a clear plan for what is to happen in my course
question-3 = I have a clear job goal in my plan
question-of = { $at } of { $all }
question-intro = The answers are yours. Nobody else sees them on the screen.
question-how = Choose your answer with arrow up and arrow down, and press Enter.
question-thanks = Thank you for your answers. Press Enter to go back to the meeting.

## Keys

key-space = Space
key-backspace = Backspace
key-page-up = PgUp
key-page-down = PgDn
key-shift = Shift
keys-title = Keys
keys-about = Every key, what it does and where it counts. F1 shows the same in the program for the place you are in.
keys-key = Key
keys-does = Does
keys-why = Explanation

context-anywhere = Everywhere
context-home = The list of meetings
context-session = An open meeting
context-meeting = While the meeting is under way
context-row = A row on the page
context-choice = A field with choices
context-number = A field with a number
context-text = A text field
context-long-text = A text field of several lines
context-picker = The catalogue of offers
context-menu = A list
context-confirm = A question with buttons
context-questions = The citizen's three questions
context-citizen = The citizen screen

short-help = help
short-palette = all actions
short-quit = quit
short-back = back
short-open = open
short-new = new meeting
short-follow-up = follow-up
short-delete = delete
short-search = search
short-next = next
short-section = next section
short-next-item = next item
short-citizen = citizen screen
short-open-row = open
short-tick = tick
short-remove = remove
short-move = move
short-change = change
short-choose = choose
short-clear = clear
short-choices = suggestions
short-newline = new line
short-add = add
short-filter = filters
short-missing = note missing
short-choose-this = choose
short-other-button = next button
short-press = press
short-up = up
short-down = down
short-answer = answer
short-close = close

## Actions

do-help = Help
    .hint = Shows what the keys do where you are.
do-palette = All actions
    .hint = Find an action by typing a little of its name.
do-privacy = Cover the screen
    .hint = Hides everything on the screen until you press a key.
do-quit = Quit
    .hint = Closes the program. What you have written is saved.
do-interrupt = Copy or quit
    .hint = Copies the selected text. With nothing selected, pressing twice quits the program.
do-save = Save now
    .hint = Everything is saved by itself. The key tries again at once if it went wrong.
do-undo = Undo
    .hint = Takes back the last change. You can undo many times.
do-redo = Redo
    .hint = Does again what you have just undone.
do-back = Back
    .hint = Goes one level back. Nothing is deleted, and the program does not close.
do-up = Up
    .hint = Goes one line up.
do-down = Down
    .hint = Goes one line down.
do-left = Previous choice
    .hint = Chooses the previous one, takes one away or folds up.
do-right = Next choice
    .hint = Chooses the next one, adds one or unfolds.
do-page-up = Previous section
    .hint = Goes to the section before, or ten lines up in a list.
do-page-down = Next section
    .hint = Goes to the section after, or ten lines down in a list.
do-first = Top
    .hint = Goes to the top.
do-last = Bottom
    .hint = Goes to the bottom.
do-next-field = Next field
    .hint = Goes to the next field. After the last one comes the next step.
do-previous-field = Previous field
    .hint = Goes to the field before.
do-activate = Open or choose
    .hint = Does what the row says: opens, adds, chooses or goes on.
do-toggle = Tick
    .hint = Changes between not begun, done and not relevant, or goes to the next choice.
do-remove = Remove
    .hint = Removes what you are on. Ctrl+Z brings it back.
do-choices = Choose from a list
    .hint = Shows what the field can be filled in with.
do-move-up = Move up
    .hint = Moves what you are on one place up.
do-move-down = Move down
    .hint = Moves what you are on one place down.
do-indent = Indent
    .hint = Makes a goal a sub-goal, or puts an agreement under the sub-goal above it.
do-outdent = Outdent
    .hint = Makes a sub-goal a goal, or puts an agreement directly under the goal.
do-step-1 = Go to Preparation
    .hint = Step 1: citizen, consent, purpose and checklist.
do-step-2 = Go to Roles
    .hint = Step 2: who takes part and what they do.
do-step-3 = Go to Agenda
    .hint = Step 3: the items, the meeting's clock and the notes.
do-step-4 = Go to Shared picture
    .hint = Step 4: the cards with strengths and challenges.
do-step-5 = Go to Offers
    .hint = Step 5: picked offers and missing offers.
do-step-6 = Go to Goals
    .hint = Step 6: goals, sub-goals, and who does what by when.
do-step-7 = Go to Close
    .hint = Step 7: read-back, next meeting and what is missing.
do-next-step = Next step
    .hint = Goes to the step after. You can always go back.
do-previous-step = Previous step
    .hint = Goes to the step before.
do-reveal = Show what is not for everyone
    .hint = Shows or hides the fields of the staff while the meeting is under way.
do-share = Share with everyone, or not
    .hint = Changes between everyone may see it and only staff may.
do-citizen-screen = Citizen screen
    .hint = Shows what the citizen should see: purpose, goals and agreements.
do-home = Go to the list of meetings
    .hint = Leaves the meeting. Everything is saved, and the clock runs on if the meeting is under way.
do-new = New meeting
    .hint = Begins a new meeting for an adult, a young person or a family.
do-open = Open the meeting
    .hint = Opens the meeting you are on.
do-follow-up = Make a follow-up meeting
    .hint = Begins a new meeting that the citizen, goals and agreements come along to.
do-delete = Delete the meeting
    .hint = Deletes the meeting for good once you have said yes.
do-search = Search
    .hint = Searches meetings, offers or actions, depending on where you are.
do-refresh = Load the list again
    .hint = Reads the folder of meetings anew.
do-start-meeting = Begin the meeting
    .hint = Starts the meeting's clock at the first item. From then on only what is for everyone is shown.
do-end-meeting = End the meeting
    .hint = Stops the meeting's clock. You can still write in the meeting.
do-own-words = The citizen's own words
    .hint = Goes to the citizen's own words for the item you are at. Esc goes back.
do-note = Note on the item
    .hint = Goes to the note on the item you are at. Esc goes back.
do-decision = New decision
    .hint = Writes something that is decided, suggested or awaiting. Esc goes back.
do-goal = New goal
    .hint = Begins a goal with the citizen's own words. Esc goes back.
do-offer = Find offers
    .hint = Opens the catalogue of offers.
do-park = Park for later
    .hint = Writes down something you will come back to. Esc goes back.
do-pause = Break or go on
    .hint = Stops the clock of the item for a break and starts it again.
do-next-item = Next item
    .hint = Goes on to the next item of the agenda.
do-more-time = One minute more
    .hint = Gives the item you are at one minute more.
do-less-time = One minute less
    .hint = Gives the item you are at one minute less.
do-ready-agenda = Take a ready-made agenda
    .hint = Puts a ready-made agenda in place of the present one. Ctrl+Z brings that back.
do-add-role = Add a role from the list
    .hint = Adds a participant with one of the roles you usually have.
do-missing-offer = Note a missing offer
    .hint = Writes down which offer you needed and did not find.
do-questions = Let the citizen answer on the screen
    .hint = Shows the three questions, so that the citizen can answer alone.
do-close-session = Close the meeting
    .hint = Finishes the meeting. Afterwards it can only be corrected with a reason.
do-cancelled = The meeting is cancelled
    .hint = Notes that the meeting is cancelled, and asks why.
do-moved = The meeting is moved
    .hint = Notes that the meeting is moved, and asks why.
do-no-show = The citizen did not come
    .hint = Notes that the citizen did not come, and asks what you have agreed.
do-planned = The meeting is planned again
    .hint = Sets the meeting back to planned.
do-correct = Correct the closed meeting
    .hint = Opens the closed meeting for corrections once you have written why.
do-write = Write in the meeting
    .hint = Opens a meeting you are reading for writing, once nobody else has it.
do-versions = Earlier versions
    .hint = Shows what the meeting looked like before, and brings a version back.
do-save-elsewhere = Save somewhere else
    .hint = Saves the meeting to another folder when it cannot be saved where it belongs.
do-char-left = One character left
    .hint = Moves the cursor one character to the left.
do-char-right = One character right
    .hint = Moves the cursor one character to the right.
do-word-left = One word left
    .hint = Moves the cursor one word to the left.
do-word-right = One word right
    .hint = Moves the cursor one word to the right.
do-line-start = Start of the line
    .hint = Moves the cursor to the start of the line.
do-line-end = End of the line
    .hint = Moves the cursor to the end of the line.
do-text-start = Start of the text
    .hint = Moves the cursor to the start of the text.
do-text-end = End of the text
    .hint = Moves the cursor to the end of the text.
do-select = Select
    .hint = Selects the text one character or line at a time.
do-select-word = Select words
    .hint = Selects the text one word at a time.
do-select-line = Select to the end of the line
    .hint = Selects the text to the start or end of the line.
do-select-all = Select all
    .hint = Selects all the text of the field.
do-backspace = Delete the character before
    .hint = Deletes the character to the left of the cursor, or what is selected.
do-delete-char = Delete the character after
    .hint = Deletes the character to the right of the cursor, or what is selected. In a choice it clears the field.
do-word-backspace = Delete the word before
    .hint = Deletes the word to the left of the cursor.
do-word-delete = Delete the word after
    .hint = Deletes the word to the right of the cursor.
do-newline = New line
    .hint = Begins a new line in the text.
do-cut = Cut
    .hint = Takes the selected text out, so that it can be pasted elsewhere.
do-cut-line = Cut the line
    .hint = Takes the whole line out, so that it can be pasted elsewhere.
do-paste = Paste
    .hint = Puts in what you last copied or cut.

## Fields: the meeting

head-kind = Kind of meeting
    .hint = Choose what kind of meeting it is.
head-date = Date
    .hint = Write for example 14/3, tomorrow or in 2 weeks.
head-time = Time
    .hint = Write for example 10, 10.30 or 9.15.
head-minutes = Length in minutes
    .hint = The time you have set aside, for example 60.
head-place = Place
    .hint = Write where you meet, so that the citizen can find it.
head-referred = Referred
    .hint = The day the citizen was referred. Write for example 14/3, yesterday or 2 weeks ago.
head-screened = Screened
    .hint = The day you looked at whether the citizen is in the target group, for example 14/3.
head-screening = Outcome of the screening
    .hint = Is the citizen in the target group?
head-screening_why = Reason
    .hint = Write briefly why the citizen is in the target group or not.
head-status_why = Why
    .hint = Write briefly why the meeting was cancelled or moved, or why the citizen did not come.
head-status_agreed = What was agreed
    .hint = Write what you have agreed with the citizen instead.
head-filed_in = Filed in
    .hint = Choose the case system the meeting is filed in.
head-filed_on = Filed on
    .hint = Write for example today, yesterday or 14/3.
head-filed_by = Filed by
    .hint = Name of the person who filed the meeting.

## Fields: the citizen

citizen-reference = Initials and case number
    .hint = Write for example AB 123. Never write a CPR number.
citizen-group = Group
    .hint = Choose adult, young person or family.
citizen-age = Age
    .hint = Age in years. Some offers have age limits.
citizen-benefit = Benefit
    .hint = The benefit the citizen lives on now.
citizen-area = Area
    .hint = The part of the municipality the citizen lives in.
citizen-wishes = Wishes for the meeting
    .hint = Write in the citizen's own words what matters at the meeting.
citizen-needs = Needs at the meeting
    .hint = For example an interpreter, breaks, quiet, a companion or transport.
citizen-contact = Stable contact person
    .hint = Name and telephone of the person the citizen can always go to.

member-name = First name or initials
    .hint = Write only what it takes to know the person.
member-relation = Relation
    .hint = For example mother, son or stepfather.
member-age = Age
    .hint = Age in years.
member-note = Keep in mind
    .hint = What you should consider with this family member.

## Fields: consent

consent-given_by = Given by
    .hint = Who has agreed that you may share information?
consent-given_on = Given on
    .hint = Write for example today, yesterday or 14/3.
consent-form = Form
    .hint = Was the consent given in writing, orally or digitally?
consent-purpose = Purpose of sharing
    .hint = Write what the information is to be used for.
consent-kinds = What may be shared
    .hint = Tick what the citizen has agreed to.
consent-from = From
    .hint = The department that passes the information on.
consent-to = To
    .hint = The department that may have the information.
consent-until = Holds until
    .hint = Write for example 14/3 or in 6 months.
consent-limits = Must not be shared
    .hint = Write in the citizen's own words what must not be shared.
consent-informed = Told of their rights
    .hint = Does the citizen know that it is voluntary and can be withdrawn?
consent-confirmed_on = Confirmed at the meeting
    .hint = The day the citizen said yes again. Write for example today.
consent-withdrawn_on = Withdrawn
    .hint = The day the citizen withdrew the consent. Write for example today or 14/3.
consent-withdrawn_how = How, and what now
    .hint = Write how the citizen said it, and what follows from it.

## Fields: preparation

prep-purpose_general = Purpose in general
    .hint = Why do you hold this kind of meeting? Alt+↓ shows ready-made suggestions.
prep-purpose = Purpose for this citizen
    .hint = One sentence to the citizen: what should the meeting help you with?
prep-may_wait = This can wait
    .hint = Write what you do not have to get to at this meeting.
prep-approach = Approach
    .hint = Choose how much room work should take up from the beginning.
prep-approach_why = Why this approach
    .hint = Write briefly why it suits the citizen.
prep-pre_meeting = Pre-meeting held
    .hint = Have the staff talked together before the meeting?
prep-pre_meeting_on = Pre-meeting on
    .hint = Write for example today, yesterday or 14/3.
prep-pre_meeting_with = Pre-meeting with
    .hint = Write who took part.
prep-handover_from = Handing-over caseworker
    .hint = Name of the person who knew the case before.
prep-handover_on = Talked together on
    .hint = The day you talked about the citizen. Write for example yesterday or 14/3.
prep-handover = What we know already
    .hint = Write what was tried, what helped, and what to look out for.
prep-if_absent = If the citizen does not come
    .hint = Choose what happens then.
prep-if_absent_agreed = Agreed with the citizen
    .hint = Write what you have agreed with the citizen about it.

plan-name = Plan
    .hint = For example My Plan, action plan (§ 141) or education plan.
plan-owner = Who keeps the plan
    .hint = Name or department of the person who keeps the plan up to date.
plan-deadline = Next deadline
    .hint = Write for example 14/3 or in 2 weeks.
plan-note = What matters most now
    .hint = Write only what matters in the plan for the meeting.

checkitem-text = Checklist item
    .hint = Write what has to be done.
checkitem-state = Status
    .hint = Is it still to do, done, or not relevant?
checkitem-owner = Who does it
    .hint = Name of the person who takes care of it.
checkitem-note = Note
    .hint = Write what the others should know about it.
checkitem-phase = When
    .hint = Should it be ready before the pre-meeting, or be done at the pre-meeting?

## Fields: participants

participant-name = Name
    .hint = The name the citizen knows the person by.
participant-function = Function
    .hint = For example caseworker, mentor or companion.
participant-department = Department
    .hint = Where the person comes from.
participant-side = Who is it
    .hint = The citizen, somebody at the citizen's side, or a professional.
participant-duties = Roles in the meeting
    .hint = Tick what the person takes care of at the meeting.
participant-says = What I can help with
    .hint = One sentence to the citizen about what the person can help with.
participant-contact = How you reach me
    .hint = Telephone and hours that the citizen can use.
participant-attendance = Attendance
    .hint = Is the person coming, or have they sent regrets?
participant-brings = Brings
    .hint = Write what the person should bring or look into.
participant-input = Input beforehand
    .hint = Write what the person has said, if they cannot come.
participant-came = Came at
    .hint = Only if the person came late. Write for example 10.15.
participant-left = Left at
    .hint = Only if the person left early. Write for example 10.45.
participant-from = Takes part from
    .hint = If the person only joins later. Write for example 14/3 or in 2 weeks.

## Fields: agenda

item-title = Item
    .hint = A short name the citizen understands.
item-minutes = Minutes
    .hint = The time the item may take.
item-lead = Who leads the item
    .hint = Name of the person who has the floor.
item-aim = What should come of it
    .hint = Write what you should agree on when the item is over.
item-cue = To the facilitator
    .hint = Something the facilitator may say. Only the facilitator sees it.
item-own_words = The citizen's own words
    .hint = Write it exactly as the citizen says it.
item-notes = Notes
    .hint = Write what matters for the plan. Only staff see it.
item-pause = Is it a break
    .hint = Choose yes if the item is a break.

## Fields: shared picture

card-relevant = Relevant
    .hint = Does it matter to the citizen now?
card-own_words = The citizen's own words
    .hint = Write it exactly as the citizen says it.
card-source = Who said it
    .hint = Name of the person the words come from.
card-leaning = Strength or challenge
    .hint = Is it something that helps, or something that is hard?
card-priority = Priority
    .hint = Should you take it first, after that, or can it wait?
card-note = Professional note
    .hint = A short note. Only staff see it.
card-level = Functional ability
    .hint = How much is the functional ability reduced? The field may stay empty.
card-support = Support need
    .hint = How much support is needed? The field may stay empty.
card-goal = Led to the goal
    .hint = Choose the goal the card has led to.

## Fields: offers

pick-why = Why this offer
    .hint = Write to the citizen what the offer should help with.
pick-goal = For the goal
    .hint = Choose the goal the offer should help to reach.
pick-authority = Decided by
    .hint = The authority that decides whether the citizen can have the offer.
pick-state = Status
    .hint = Is it suggested, applied for, granted or under way?
pick-when = Weekday and time
    .hint = For example Tuesdays 10 to 12.
pick-starts = Begins
    .hint = Write for example 14/3 or in 2 weeks.
pick-ends = Ends
    .hint = Write for example 14/3 or in 3 months.
pick-despite = Why all the same
    .hint = Write why the offer was picked although something is against it. Only staff see it.
pick-note = Note
    .hint = A short note. Only staff see it.

missing-what = What was missing
    .hint = Write which offer you needed.
missing-theme = Theme
    .hint = Choose the theme the offer belongs to.
missing-department = Department
    .hint = The department that could have the offer.
missing-note = Note
    .hint = Write what the citizen got instead, and why it was not enough.

## Fields: goals and agreements

goal-own_words = The citizen's own words
    .hint = First write what the citizen says, word for word.
goal-source = Who said it
    .hint = Name of the person the words come from.
goal-title = Goal
    .hint = One sentence about what the citizen wants to achieve.
goal-theme = Theme
    .hint = Choose the theme the goal belongs to.
goal-kind = Type of goal
    .hint = Should the citizen develop something, keep something or avoid losing something?
goal-job = Job goal
    .hint = Choose a type if the goal is about a job or education.
goal-clarity = How clear is the job goal
    .hint = Is it clear, is there a direction, or is it unclear?
goal-hours_now = Hours a week now
    .hint = The hours the citizen works now. Write 0 if there are none.
goal-hours_goal = Hours a week as a goal
    .hint = The hours the citizen would like to get to.
goal-talked_with = Talked about with
    .hint = Tick those the citizen has talked with about job wishes.
goal-support = Support on the way
    .hint = Choose those who support the citizen on the way.
goal-success = How we know it succeeds
    .hint = Write something you can see or hear when the goal is reached.
goal-starts = Start
    .hint = Write for example today, 14/3 or in 2 weeks.
goal-until = Deadline
    .hint = Write for example 14/3 or in 3 months.
goal-review = Follow-up
    .hint = The day you look at the goal again. Write for example in 4 weeks.
goal-state = Status
    .hint = How far has the citizen come with the goal?
goal-state_note = Why this status
    .hint = Write briefly why, above all if the goal is adjusted or dropped.
goal-reservations = Reservations
    .hint = Write the citizen's or a professional's disagreement or doubt as it is.

subgoal-title = Sub-goal
    .hint = A smaller step on the way to the goal.
subgoal-success = How we know it succeeds
    .hint = Write something you can see or hear when the sub-goal is reached.
subgoal-until = Deadline
    .hint = Write for example 14/3 or in 2 weeks.
subgoal-state = Status
    .hint = How far has the citizen come with the sub-goal?

action-what = Agreement
    .hint = Write it so that it can be read after a name: calls the home-support worker.
action-who = Responsible
    .hint = The one person who makes sure that it happens.
action-until = By when
    .hint = Write for example 14/3, tomorrow or in 2 weeks.
action-firmness = How firm is the agreement
    .hint = Is it decided, suggested, or awaiting a formal decision?
action-offer = Belongs to the offer
    .hint = Choose the offer the agreement is about.
action-support = Support on the way
    .hint = Choose the person who helps the one responsible.
action-state = Status
    .hint = Is the agreement not begun, under way, done or dropped?
action-started = Begun
    .hint = Write for example today, yesterday or 14/3.
action-done = Done
    .hint = The day it was done. Write for example today or yesterday.
action-note = Note
    .hint = A short note. Only staff see it.

## Fields: close

close-read_back = Read aloud and confirmed
    .hint = Has the citizen heard the agreements and said that they are right?
close-consent_holds = The consent is still right
    .hint = Ask the citizen whether the consent is still as it should be.
close-if_wrong = If it goes differently
    .hint = Write it so that it can be read aloud: call me on 12 34 56 78.
close-next_on = Next meeting
    .hint = Write for example 14/3 or in 4 weeks.
close-next_at = Time
    .hint = Write for example 10 or 10.30.
close-next_place = Place
    .hint = Write where you meet next.
close-next_with = With whom
    .hint = Write who should take part next time.
close-plan_given = The citizen gets the plan
    .hint = Choose how the citizen gets the plan.
close-worked_into = Worked into
    .hint = Tick the plans that the agreements are written into.
close-note = Note for the case
    .hint = A short note. Only staff see it.

decision-text = Decision
    .hint = Write one sentence the citizen understands.
decision-firmness = How firm is it
    .hint = Is it decided, suggested, or awaiting a formal decision?
decision-authority = Decided by
    .hint = The authority that decides it or has decided it.
decision-until = Expected by
    .hint = Write for example 14/3 or in 2 weeks.

parked-text = Parked
    .hint = Write what you will come back to another time.
parked-owner = Who takes it further
    .hint = Name of the person who remembers it.

## Fields: the citizen's answers

answers-mode = The citizen answers
    .hint = Does the citizen answer on the screen, on paper or later?
answers-helped_by = Helped by
    .hint = Name of the person who helped to read or press keys. Leave it empty if nobody did.
answers-heard = Heard and involved
    .hint = The citizen's own answer. It is not shown to others.
answers-plan = A clear plan
    .hint = The citizen's own answer. It is not shown to others.
answers-job_goal = A clear job goal
    .hint = The citizen's own answer. It is not shown to others.

## Fields that come back

record-member = Concerns
    .hint = Choose the family member it concerns. None means the whole family.
record-seen_by = May be seen by
    .hint = Choose whether everyone may see it, only staff or only the facilitator.

## Choices

yesno-Yes = Yes
yesno-No = No

audience-Everyone = Everyone
audience-Staff = Staff
audience-Facilitator = Only the facilitator

meeting-StartUp = Start-up meeting
meeting-Information = Information meeting
meeting-JobGoal = Job goal meeting
meeting-FollowUp = Follow-up meeting

status-Planned = Planned
status-InProgress = Under way
status-Closed = Closed
status-Cancelled = Cancelled
status-Moved = Moved
status-NoShow = No-show

screening-In = In the target group
screening-Out = Not in the target group

group-Adult = Adult
group-Youth = Young person
group-Family = Family

consentby-Citizen = The citizen
consentby-Custody = Holder of custody
consentby-Guardian = Guardian
consentby-Proxy = Person with power of attorney

information-Health = Health
information-Substances = Substances
information-Economy = Finances
information-Social = Social situation
information-Children = Children
information-Work = Job and education
information-Crime = Criminal matters

consentform-Written = In writing
consentform-Oral = Orally
consentform-Digital = Digitally

approach-JobFirst = Job from the start
approach-RelationFirst = Relation first
approach-TonedDown = Toned down

ifabsent-Move = The meeting is moved
ifabsent-HoldAnyway = The meeting is held without the citizen
ifabsent-Short = The staff talk briefly

check-Open = To do
check-Done = Done
check-NotRelevant = Not relevant

phase-Before = Before the pre-meeting
phase-AtPreMeeting = At the pre-meeting

side-Professional = Professional
side-Citizen = The citizen
side-WithCitizen = With the citizen

duty-Leads = Leads the meeting
duty-Writes = Takes notes
duty-SupportsCitizen = Supports the citizen
duty-KeepsTime = Keeps an eye on the time
duty-Coordinates = Coordinator afterwards

attendance-Coming = Coming
attendance-Regrets = Sent regrets
attendance-InputReceived = Input received
attendance-Attended = Took part
attendance-NoShow = Did not come

leaning-Strength = Strength
leaning-Challenge = Challenge
leaning-Both = Both

level-None = 0 – Not reduced
level-Slight = 1 – Slightly reduced
level-Moderate = 2 – Moderately reduced
level-Severe = 3 – Severely reduced
level-Complete = 4 – Completely reduced

support-None = 0 – No support need
support-Slight = 1 – Slight support need
support-Moderate = 2 – Moderate support need
support-High = 3 – High support need
support-Complete = 4 – Complete support need

priority-First = First
priority-Second = After that
priority-Later = Can wait

pick-Suggested = Suggested
pick-AppliedFor = Applied for
pick-Granted = Granted
pick-Started = Under way
pick-Finished = Finished
pick-Refused = Refused

goalkind-Develop = Develop
goalkind-Keep = Keep
goalkind-LimitLoss = Limit loss

jobkind-Ordinary = Ordinary job
jobkind-FewHours = A few hours a week
jobkind-Flex = Flex job
jobkind-Education = Education
jobkind-JobBeforeEducation = Job goal on the way to education
jobkind-Clarification = Clarification

clarity-Clear = Clear
clarity-Direction = A direction
clarity-Unclear = Unclear

talked-Employment = Caseworker, employment
talked-SupportWorker = CTI worker or home support
talked-JobConsultant = Job or company consultant
talked-Social = Caseworker, social services
talked-Others = Others
talked-Unknown = Don't know
talked-NoOne = None of these people

goalstate-NotBegun = Not begun
goalstate-Underway = Under way
goalstate-Reached = Reached
goalstate-Adjusted = Adjusted
goalstate-Dropped = Dropped

actionstate-NotBegun = Not begun
actionstate-Underway = Under way
actionstate-Done = Done
actionstate-Dropped = Dropped

firmness-Decided = Decided
firmness-Suggested = Suggested
firmness-Awaiting = Awaiting a formal decision

plangiven-Paper = On paper now
plangiven-DigitalPost = By Digital Post
plangiven-Later = Later

sectorplan-MyPlan = My Plan
sectorplan-ActionPlan = Action plan (§ 141)
sectorplan-Coordinated = Coordinated intervention plan
sectorplan-Youth = Youth plan or child's plan
sectorplan-Education = Education plan
sectorplan-LongTerm = Long-term plan

answermode-Screen = On the screen
answermode-Paper = On paper
answermode-Later = Later

likert-StronglyDisagree = Strongly disagree
likert-Disagree = Disagree
likert-Neither = Neither
likert-Agree = Agree
likert-StronglyAgree = Strongly agree
likert-NoAnswer = Don't know/won't answer

tick-Begin = Begun
tick-Pause = Break
tick-Resume = On again after the break
tick-Stretch = Time changed
tick-End = End

## Around the screen

no-reference = No reference
nothing-changed = Nothing changed
clock-total = Meeting: { $time }
clock-last = Last item
left-unsaved = The last you typed did not reach the disk. What was shown as saved is still there.
left-elsewhere = The last you wrote is in { $path }. It is not saved in the meeting's own folder.
press-enter = Enter shows the choices
menu-several = Space marks several · Esc closes
menu-nothing = Nothing fits. Esc clears.
question-keys = Up and down arrows · Enter chooses · Esc goes back
read-only-file = The file is write-protected. You can read the meeting but not change it.
why-no-catalog-yet = The catalogue is being read. Try again in a moment.
missing-noted = Noted as a missing offer: { $what }
esc-goes-back = Esc goes back to where you were.
note-is-visible = The note can be seen on the screen while you write. Esc closes it and goes back.
number-at-most = The number can be at most { $most }.
correcting-mark = Being corrected
