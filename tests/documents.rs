//! What the documents say is what the program does.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use opstart::domain::record::{Audience, Field, Kind, Target};
use opstart::domain::session::Sort;
use opstart::keys;
use opstart::text::{Lang, Text, Word};

/// Set to write the generated parts again instead of comparing them.
const AGAIN: &str = "OPSTART_DOCS";
const HOW: &str = "make it again with `OPSTART_DOCS=1 cargo test --test documents`";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(name: &str) -> String {
    std::fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}")).replace('\r', "")
}

/// Compares a document with what it should be, or writes it.
fn is(name: &str, wanted: &str) {
    if std::env::var_os(AGAIN).is_some() {
        std::fs::write(root().join(name), wanted).unwrap();
    }
    assert!(read(name) == wanted, "{name} is not what the program says; {HOW}");
}

#[test]
fn the_list_of_keys_is_the_key_table() {
    is("docs/keys.md", &keys::markdown(&Text::new(Lang::Da, None)));
}

#[test]
fn the_session_file_is_described_field_by_field() {
    let name = "docs/session-file.md";
    let now = read(name);
    let (before, rest) = now.split_once("<!-- felter -->").expect("a mark where the fields begin");
    let (_, after) = rest.split_once("<!-- slut -->").expect("a mark where the fields end");
    is(name, &format!("{before}<!-- felter -->\n{}<!-- slut -->{after}", fields(&Text::new(Lang::Da, None))));
}

/// A table for each type of record.
fn fields(text: &Text) -> String {
    let mut out = String::new();
    // The form of an offer is edited in the same way and is no part of a session's file.
    for sort in Sort::ALL.iter().filter(|sort| !matches!(sort, Sort::OfferDraft | Sort::OfferLaw)) {
        let (place, title, kept) = part(*sort);
        let _ =
            writeln!(out, "\n### {title}: `{place}`\n\n| Felt | Betegnelse | Indhold | Må ses af |\n|---|---|---|---|");
        for field in sort.fields().iter().filter(|field| !field.word.starts_with("record-")) {
            let label = text.get(Word(field.word));
            let _ = writeln!(out, "| `{}` | {label} | {} | {} |", field.name, content(field, text), audience(field));
        }
        for (field, content) in kept {
            let _ = writeln!(out, "| `{field}` |  | {content} | som posten |");
        }
    }
    out + "\n"
}

type Kept = &'static [(&'static str, &'static str)];

/// Where a type of record lies in the file, what it is, and what it keeps that no form shows.
fn part(sort: Sort) -> (&'static str, &'static str, Kept) {
    match sort {
        Sort::Head => (
            "head",
            "Mødet",
            &[
                ("status", "`Planned`, `InProgress`, `Closed`, `Cancelled`, `Moved` eller `NoShow`"),
                ("closed_at", "hvornår mødet blev lukket"),
            ],
        ),
        Sort::Citizen => ("citizen", "Borgeren", &[("members", "familiemedlemmer")]),
        Sort::Member => ("citizen.members", "Familiemedlem", &[]),
        Sort::Consent => ("consents", "Samtykke", &[]),
        Sort::Preparation => {
            ("preparation", "Forberedelse", &[("plans", "planer, der findes"), ("checklist", "tjekpunkter")])
        }
        Sort::ExistingPlan => ("preparation.plans", "Plan, der findes", &[]),
        Sort::CheckItem => ("preparation.checklist", "Tjekpunkt", &[("why", "hvorfor det betyder noget")]),
        Sort::Participant => ("participants", "Deltager", &[("role", "nøgle for rollen i skabelonen; tom = fri")]),
        Sort::AgendaItem => ("agenda", "Punkt på dagsordenen", &[]),
        Sort::ClockEvent => (
            "clock",
            "Mødets ur",
            &[
                ("what", "`Begin`, `Pause`, `Resume`, `Stretch` eller `End`"),
                ("at", "hvornår"),
                ("item", "id på punktet"),
                ("by", "minutter lagt til med `Stretch`; kan være negativt"),
                ("assumed", "`true`, når øjeblikket er antaget bagefter"),
            ],
        ),
        Sort::Card => (
            "assessment",
            "Kort i det fælles billede",
            &[("theme", "temaets nøgle"), ("title", "titel"), ("ask", "et spørgsmål til borgeren")],
        ),
        Sort::PickedOffer => (
            "offers",
            "Valgt tilbud",
            &[
                ("offer", "tilbuddet, som det stod i kataloget den dag"),
                ("picked_on", "dagen, det blev valgt"),
                (
                    "misfits",
                    "det, der talte imod: `aspect` (`Age`, `Benefit`, `Area`, `Validity`, `Rule`), `text`, `rule` \
                     (reglens id), `source`, `checked` (sidst kontrolleret), `noted_on`; kun for fagpersoner",
                ),
            ],
        ),
        Sort::MissingOffer => ("missing_offers", "Manglende tilbud", &[("noted_on", "dagen, det blev noteret")]),
        Sort::Goal => (
            "goals",
            "Mål",
            &[
                ("history", "tidligere status: `(state: …, until: \"2026-03-04\")`"),
                ("sub_goals", "delmål"),
                ("actions", "aftaler direkte under målet"),
            ],
        ),
        Sort::SubGoal => ("goals.sub_goals", "Delmål", &[("actions", "aftaler under delmålet")]),
        Sort::Action => ("goals.actions, goals.sub_goals.actions", "Aftale", &[]),
        Sort::Close => ("close", "Afslutning", &[("decisions", "beslutninger"), ("parked", "parkeret til senere")]),
        Sort::Decision => ("close.decisions", "Beslutning", &[]),
        Sort::Parked => ("close.parked", "Parkeret til senere", &[]),
        Sort::Answers => ("answers", "Borgerens svar", &[("answered_at", "hvornår borgeren var færdig")]),
        Sort::OfferDraft | Sort::OfferLaw => unreachable!("these are in no file"),
        Sort::Correction => (
            "changes",
            "Rettelse efter lukning",
            &[("at", "hvornår"), ("who", "systemets bruger"), ("what", "hvilke felter"), ("reason", "hvorfor")],
        ),
    }
}

fn content(field: &Field, text: &Text) -> String {
    let one_of = |words: &[&'static str]| {
        let value = |word: &&'static str| {
            let name = word.rsplit('-').next().unwrap_or(word);
            format!("`{name}` {}", text.get(Word(word)))
        };
        words.iter().map(value).collect::<Vec<_>>().join(" · ")
    };
    let target = |target| match target {
        Target::Participants => "deltager",
        Target::Goals => "mål",
        Target::Offers => "valgt tilbud",
        Target::Members => "familiemedlem",
    };
    match field.kind {
        Kind::Line(_) => "én linje tekst".to_owned(),
        Kind::Long(_) => "tekst".to_owned(),
        Kind::Number(most) => format!("helt tal, højst {most}"),
        Kind::Choice(words, true) => format!("{} (eller ukendt)", one_of(words)),
        Kind::Choice(words, false) => one_of(words),
        Kind::Many(words) => format!("liste af: {}", one_of(words)),
        Kind::Date(_) => "dag".to_owned(),
        Kind::Time => "klokkeslæt".to_owned(),
        Kind::Ref(to) => format!("id: {}", target(to)),
        Kind::Refs(to) => format!("liste af id: {}", target(to)),
    }
}

fn audience(field: &Field) -> &'static str {
    match field.audience {
        Audience::Everyone => "alle",
        Audience::Staff => "fagpersoner",
        Audience::Facilitator => "mødelederen",
        Audience::Nobody => "kun borgeren",
    }
}

/// What stands between brackets after each `mark`.
fn linked(text: &str) -> Vec<PathBuf> {
    let ends = text.match_indices("](").filter_map(|(at, _)| text[at + 2..].split_once(')'));
    let links = ends.map(|(link, _)| link.split('#').next().unwrap_or(link));
    links.filter(|link| !link.is_empty() && !link.contains("://")).map(PathBuf::from).collect()
}

#[test]
fn every_link_of_the_documents_leads_to_a_file() {
    for name in ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/session-file.md"] {
        let folder = Path::new(name).parent().unwrap_or(Path::new(""));
        for link in linked(&read(name)) {
            assert!(root().join(folder).join(&link).exists(), "{name} links to {}", link.display());
        }
    }
}

#[test]
fn every_command_in_the_readme_is_one_the_program_knows() {
    let readme = read("README.md");
    let rows: Vec<&str> =
        readme.lines().filter_map(|line| line.strip_prefix("| `opstart")?.split('`').next()).collect();
    assert!(rows.len() > 8, "{rows:?}");
    for row in rows {
        // Words in capitals and brackets stand for something else.
        let is_word = |word: &&str| word.chars().all(char::is_lowercase);
        let command: Vec<&str> = row.split_whitespace().take_while(is_word).collect();
        let flags = row.split(|c: char| c.is_whitespace() || "[]".contains(c)).filter(|word| word.starts_with("--"));
        let help = Command::new(env!("CARGO_BIN_EXE_opstart")).args(&command).arg("--help").output().unwrap();
        let help = String::from_utf8(help.stdout).unwrap();
        assert!(help.contains(&format!("opstart {}", command.join(" "))), "opstart{row}:\n{help}");
        for flag in flags {
            assert!(help.contains(flag), "{flag} in `opstart{row}`:\n{help}");
        }
    }
}
