#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::*;
use crate::catalog::library::builtin_files;

const MUNICIPALITY: &str = "(
    departments: [(key: \"job\", name: \"Job\"), (key: \"social\", name: \"Social\")],
    themes: [(key: \"arbejde\", name: \"Arbejde\")],
    benefits: [(key: \"su\", name: \"SU\")],
    areas: [(key: \"nord\", name: \"Nord\")],
    laws: [(key: \"SEL\", name: \"Serviceloven\"), (key: \"BL\", name: \"Barnets lov\")],
)";

/// An offer nobody has anything to say about, on six lines.
fn offer(id: &str, name: &str, more: &str) -> String {
    format!(
        "    (\n        id: \"{id}\",\n        name: \"{name}\", department: \"job\", plain: \"Du bor.\",\n        \
         description: \"Et sted.\", reviewed: \"2026-09-01\",\n        {more}\n    ),\n"
    )
}

fn remarks(offers: &[String], rules: &str) -> Vec<Remark> {
    let file = |name: &str, text: &str| NamedText { name: name.to_owned(), text: text.to_owned() };
    let files = [
        file("municipality.ron", MUNICIPALITY),
        file("offers/job.ron", &format!("[\n{}]", offers.concat())),
        file("rules.ron", rules),
    ];
    check(&Library::read(&files), &files, "2026-11-22".parse().unwrap())
}

/// The one remark about an offer with this in it: line, column, what.
fn only(more: &str) -> (usize, usize, Flaw) {
    let mut found = remarks(&[offer("a", "A", more)], "[]");
    assert_eq!(found.len(), 1, "{more}: {found:?}");
    let Remark { line, column, flaw, .. } = found.remove(0);
    (line, column, flaw)
}

#[test]
fn a_whole_offer_has_nothing_to_remark() {
    assert_eq!(remarks(&[offer("a", "A", "")], "[]"), vec![]);
}

#[test]
fn unknown_words_are_found_where_they_stand() {
    for (more, column, field, key) in [
        ("benefits: [\"su\", \"sux\"],", 26, "benefits", "sux"),
        ("areas: [\"syd\"],", 17, "areas", "syd"),
        ("legal: [(law: \"LABB\")],", 23, "law", "LABB"),
        ("legal: [(law: \"SEL\", replaced_by: \"XX § 3\")],", 43, "replaced_by", "XX § 3"),
    ] {
        let flaw = Flaw::UnknownKey { owner: "a".into(), field, key: key.into() };
        assert_eq!(only(more), (6, column, flaw), "{more}");
    }
}

#[test]
fn an_offer_that_is_not_there_and_the_offer_itself_are_named() {
    for (more, field, id) in
        [("combines_with: [\"b\"],", "combines_with", "b"), ("requires: [\"a\"],", "requires", "a")]
    {
        let (_, _, flaw) = only(more);
        assert_eq!(flaw, Flaw::UnknownOffer { owner: "a".into(), field, id: id.into() });
        assert!(flaw.is_wrong());
    }
}

#[test]
fn names_that_only_differ_in_signs_and_case_are_the_same_within_a_department() {
    let other = offer("c", "Job-café", "").replace("\"job\"", "\"social\"");
    let found = remarks(&[offer("a", "Jobcafé", ""), offer("b", "JOB CAFE", ""), other], "[]");
    let same = Flaw::SameName { offer: "b".into(), other: "a".into() };
    assert_eq!(found.into_iter().map(|r| (r.line, r.flaw)).collect::<Vec<_>>(), [(10, same)]);
}

#[test]
fn a_paragraph_past_its_last_day_is_wrong_only_where_the_offer_is_in_use_and_nothing_took_its_place() {
    let basis = |more: &str| format!("legal: [(law: \"SEL\", paragraph: \"85\", valid_to: \"2026-01-31\"{more})],");
    let last = "2026-01-31".parse().unwrap();
    let ended = Flaw::LawEnded { offer: "a".into(), paragraph: "SEL § 85".into(), last };
    assert_eq!(only(&basis("")).2, ended);
    assert!(ended.is_wrong());
    let fine = [basis(", replaced_by: \"BL § 32\""), basis("") + " state: Closed, state_note: \"x\","];
    for more in fine {
        assert_eq!(remarks(&[offer("a", "A", &more)], "[]"), vec![], "{more}");
    }
}

#[test]
fn an_overdue_review_is_an_advice_on_the_line_of_its_day() {
    let overdue = Flaw::ReviewOverdue("a".into(), "2026-11-21".parse().unwrap());
    assert_eq!(only("next_review: \"2026-11-21\","), (6, 9, overdue.clone()));
    assert!(!overdue.is_wrong());
    assert_eq!(remarks(&[offer("a", "A", "next_review: \"2026-11-22\",")], "[]"), vec![]);
}

#[test]
fn an_offer_nobody_has_gone_through_and_one_without_description_are_named() {
    let bare = offer("a", "A", "").replace("reviewed: \"2026-09-01\",", "").replace("description: \"Et sted.\",", "");
    let found: Vec<Flaw> = remarks(&[bare], "[]").into_iter().map(|r| r.flaw).collect();
    assert_eq!(found, [Flaw::NoDescription("a".into()), Flaw::NeverReviewed("a".into())]);
}

#[test]
fn a_text_that_is_hard_to_read_is_named_with_its_sentence() {
    let long = format!("Du {}.", vec!["bor"; 18].join(" "));
    let hard = offer("a", "A", "").replace("Du bor.", &long);
    let found: Vec<(usize, Flaw)> = remarks(&[hard], "[]").into_iter().map(|r| (r.line, r.flaw)).collect();
    assert_eq!(found, [(4, Flaw::HardText("a".into(), Hard::Sentence(19, "Du bor bor bor".into())))]);
}

#[test]
fn a_rule_that_points_nowhere_is_wrong_and_one_nobody_checked_is_an_advice() {
    let rules = "[\n    (id: \"r\", text: \"R.\", condition: LongestWeeks(4), offers: [\"b\"], benefits: [\"xx\"]),\n    (\n        \
                 id: \"s\", text: \"S.\", condition: ConsentOnFile, checked: \"2025-11-21\", valid_to: \"2026-11-21\",\n    ),\n]";
    let found: Vec<(usize, Flaw)> = remarks(&[], rules).into_iter().map(|r| (r.line, r.flaw)).collect();
    let key = || Flaw::UnknownKey { owner: "r".into(), field: "benefits", key: "xx".into() };
    let wanted = [
        (2, Flaw::RuleNeverChecked("r".into())),
        (2, Flaw::UnknownOffer { owner: "r".into(), field: "offers", id: "b".into() }),
        (2, key()),
        (4, Flaw::RuleWithoutOffers("s".into())),
        (4, Flaw::RuleOverdue("s".into(), "2025-11-21".parse().unwrap())),
        (4, Flaw::RuleEnded("s".into(), "2026-11-21".parse().unwrap())),
    ];
    assert_eq!(found, wanted);
    assert_eq!(wanted.iter().filter(|(_, flaw)| flaw.is_wrong()).count(), 3);
}

#[test]
fn what_reading_found_is_among_it() {
    let found = remarks(&[offer("a", "A", ""), offer("a", "B", "")], "[]");
    assert_eq!(
        found.into_iter().map(|r| (r.line, r.flaw)).collect::<Vec<_>>(),
        [(9, Flaw::Read(What::DuplicateId("a".into())))]
    );
}

#[test]
fn nothing_is_wrong_in_the_example_catalogue() {
    let found = check(&Library::builtin(), &builtin_files(), "2026-11-22".parse().unwrap());
    let wrong: Vec<&Remark> = found.iter().filter(|remark| remark.flaw.is_wrong()).collect();
    assert_eq!(wrong, Vec::<&Remark>::new());
}

#[test]
fn a_long_file_is_gone_through_once_and_not_once_for_every_remark() {
    let offers: Vec<String> =
        (0..10_000).map(|n| offer(&n.to_string(), "A", "").replace("reviewed: \"2026-09-01\",", "")).collect();
    let began = std::time::Instant::now();
    assert!(remarks(&offers, "[]").len() > 10_000);
    assert!(began.elapsed().as_secs() < 60, "{:?}", began.elapsed());
}
