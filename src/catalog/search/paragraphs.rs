//! The paragraphs of the offers, those that took their place, and where they stand.

use super::build::{Built, Change, LawPosting, Source};
use super::law::{LawRef, law_key, parse, written};
use super::vocabulary::number;
use crate::domain::offer::{LegalBasis, Offer};

/// A range of paragraphs longer than this is a slip of the pen; only its ends are found.
const LONGEST_RANGE: u16 = 100;

/// A paragraph, where it stands, what it says, and its place among the changes.
type Placed = (LawRef, Source, f32, Option<u32>);

/// Takes all paragraphs of an offer.
pub(super) fn add_laws(built: &mut Built, doc: u32, offer: &Offer, law_names: &[String]) {
    let mut legal: Vec<(LawRef, Option<u32>)> = Vec::new();
    for basis in &offer.legal {
        add_basis(built, basis, law_names, &mut legal);
    }
    // Of a paragraph that stands twice, the one that has not changed.
    legal.sort();
    legal.dedup_by(|later, first| later.0 == first.0);
    let share = 1.0 / (1.0 + 0.08 * number(legal.len().saturating_sub(1)));
    let mut found: Vec<Placed> =
        legal.into_iter().map(|(one, change)| (one, Source::Legal, 4.0 * share.max(0.5), change)).collect();
    let texts = [
        (&offer.id, Source::Id, 1.3),
        (&offer.name, Source::Name, 0.9),
        (&offer.plain, Source::Text, 0.4),
        (&offer.description, Source::Text, 0.4),
    ];
    for (text, source, weight) in texts {
        let short = source != Source::Text;
        if text.contains('§') || (short && text.contains(|c: char| c.is_ascii_digit())) {
            found.extend(parse(text, law_names).refs.into_iter().map(|one| (one, source, weight, None)));
        }
    }
    for (one, source, weight, change) in found {
        let last = if one.to - one.number > LONGEST_RANGE { one.number } else { one.to };
        for at in one.number..=last {
            let posting = LawPosting { doc, found: one.clone(), source, weight, change };
            built.laws.entry((one.chapter, at)).or_default().push(posting);
        }
    }
}

/// The paragraphs of one basis, and those that took their place: either number leads to the offer.
fn add_basis(built: &mut Built, basis: &LegalBasis, law_names: &[String], legal: &mut Vec<(LawRef, Option<u32>)>) {
    let law = law_key(&basis.law);
    let read = |text: &str| {
        if text.trim().is_empty() {
            return Vec::new();
        }
        let sign = if text.contains('§') || text.to_lowercase().contains("kap") { "" } else { "§§ " };
        let mut refs = parse(&format!("{sign}{text}"), law_names).refs;
        refs.iter_mut().filter(|one| one.law.is_empty()).for_each(|one| one.law.clone_from(&law));
        refs
    };
    let old = read(&basis.paragraph);
    let new = read(&basis.replaced_by);
    let has_changed = !basis.replaced_by.trim().is_empty() || basis.valid_to.is_some();
    let change = has_changed.then(|| u32::try_from(built.changes.len()).unwrap_or(u32::MAX));
    if has_changed {
        let all = |refs: &[LawRef]| refs.iter().map(written).collect::<Vec<_>>().join(", ");
        let new = if new.is_empty() { basis.replaced_by.trim().to_owned() } else { all(&new) };
        built.changes.push(Change { old: all(&old).into(), new: new.into(), last: basis.valid_to });
    }
    legal.extend(old.into_iter().chain(new).map(|one| (one, change)));
}
