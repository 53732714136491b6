//! The offer on the desk: from its description to the form and back. What was not touched in the form stays as it was, to the
//! last field the form does not show.

use chrono::NaiveDate;

use crate::app::model::Model;
use crate::catalog::library::Library;
use crate::domain::draft::{OfferDraft, OfferLaw};
use crate::domain::offer::{LegalBasis, Offer};
use crate::domain::record::{Audience, Field, Id, When, YesNo};
use crate::domain::template::Named;
use crate::text::{Text, w};

/// What the form on screen is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Desk {
    /// The offer as it was read; `None`: a new one.
    pub before: Option<Offer>,
    /// The form as it was opened or last saved.
    pub opened: OfferDraft,
    /// The form is left as soon as the offer is on disk.
    pub leaving: bool,
    /// What is on its way to the disk.
    pub sent: Option<OfferDraft>,
    /// Somebody else changed the offer; what they wrote is taken as the ground of the next saving.
    pub merge: bool,
    /// The form as they left it.
    pub theirs: Option<OfferDraft>,
    /// Fields both changed, which have to be chosen between before it is saved.
    pub clashes: Vec<&'static str>,
}

impl Desk {
    /// A form that was just opened.
    pub fn new(before: Option<Offer>, opened: OfferDraft) -> Self {
        Self { before, opened, leaving: false, sent: None, merge: false, theirs: None, clashes: vec![] }
    }
}

/// Name of a list whose emptiness means "for all".
fn word_all(text: &Text) -> String {
    text.get(w("row-all"))
}

fn when(day: Option<NaiveDate>) -> When {
    day.map_or(When::Unset, When::On)
}

fn yes_no(value: Option<bool>) -> Option<YesNo> {
    value.map(|yes| if yes { YesNo::Yes } else { YesNo::No })
}

fn names(keys: &[String], list: &[Named]) -> String {
    let name = |key: &String| list.iter().find(|n| n.key == *key).map_or(key.clone(), |n| n.name.clone());
    keys.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// Names or keys with commas between, as keys; what is no name is a key itself.
fn keys(typed: &str, list: &[Named]) -> Vec<String> {
    let mut rest = typed.trim();
    let mut found = vec![];
    while !rest.is_empty() {
        // A name may hold a comma itself; the longest that fits is meant.
        let fits = |n: &&Named| {
            let after = rest.get(..n.name.len()).filter(|start| start.to_lowercase() == n.name.to_lowercase());
            after.is_some()
                && rest
                    .get(n.name.len()..)
                    .is_some_and(|r| r.trim_start().is_empty() || r.trim_start().starts_with(','))
        };
        let (key, length) = match list.iter().filter(|n| !n.name.is_empty()).filter(fits).max_by_key(|n| n.name.len()) {
            Some(named) => (named.key.clone(), named.name.len()),
            None => {
                let part = rest.split(',').next().unwrap_or_default();
                (part.trim().to_owned(), part.len())
            }
        };
        if !key.is_empty() && !found.contains(&key) {
            found.push(key);
        }
        rest = rest.get(length..).unwrap_or_default().trim_start().trim_start_matches(',').trim_start();
    }
    found
}

fn parts(typed: &str) -> Vec<String> {
    typed.split([',', '\n']).map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// The form of an offer.
pub fn draft(offer: &Offer, library: &Library, text: &Text, rng: &mut fastrand::Rng) -> OfferDraft {
    let m = &library.municipality;
    let number = |n: Option<u16>| n.map(u32::from);
    let or_all = |list: Option<&Vec<String>>, of: &[Named]| match list {
        None => String::new(),
        Some(list) if list.is_empty() => word_all(text),
        Some(list) => names(list, of),
    };
    OfferDraft {
        id: Id::draw(rng),
        seen_by: Audience::Everyone,
        name: offer.name.clone(),
        plain: offer.plain.clone(),
        state: offer.state,
        state_note: offer.state_note.clone(),
        department: names(std::slice::from_ref(&offer.department), &m.departments),
        provider: offer.provider,
        themes: names(&offer.themes, &m.themes),
        keywords: offer.keywords.join(", "),
        description: offer.description.clone(),
        content: offer.content.clone(),
        purpose: offer.purpose.clone(),
        target: offer.target.clone(),
        excluded: offer.excluded.clone(),
        age_from: offer.ages.from.map(u32::from),
        age_to: offer.ages.to.map(u32::from),
        benefits: or_all(offer.benefits.as_ref(), &m.benefits),
        areas: or_all(offer.areas.as_ref(), &m.areas),
        forms: offer.forms.clone(),
        min_weeks: number(offer.duration.min_weeks),
        max_weeks: number(offer.duration.max_weeks),
        duration_note: offer.duration.note.clone(),
        intensity: offer.intensity.clone(),
        start: offer.start.clone(),
        capacity: number(offer.capacity),
        free: number(offer.free),
        waiting_weeks: number(offer.waiting_weeks),
        updated: when(offer.updated),
        access: offer.access,
        authority: offer.authority.clone(),
        referral: offer.referral.clone(),
        guarantee: offer.guarantee.clone(),
        contact_name: offer.contact.name.clone(),
        contact_phone: offer.contact.phone.clone(),
        contact_email: offer.contact.email.clone(),
        contact_hours: offer.contact.hours.clone(),
        place: offer.place.clone(),
        transport: offer.transport.clone(),
        accessible: yes_no(offer.accessible),
        languages: offer.languages.clone(),
        anonymous: yes_no(offer.anonymous),
        price: offer.price.clone(),
        rate: offer.rate.clone(),
        evidence: offer.evidence,
        requires: offer.requires.join(", "),
        combines_with: offer.combines_with.join(", "),
        portal_id: offer.portal_id.clone(),
        owner: offer.owner.clone(),
        reviewed: when(offer.reviewed),
        next_review: when(offer.next_review),
        unverified: yes_no(Some(offer.unverified)),
        laws: offer.legal.iter().map(|basis| law(basis, rng)).collect(),
        ..OfferDraft::default()
    }
}

fn law(basis: &LegalBasis, rng: &mut fastrand::Rng) -> OfferLaw {
    OfferLaw {
        id: Id::draw(rng),
        seen_by: Audience::Everyone,
        law: basis.law.clone(),
        paragraph: basis.paragraph.clone(),
        valid_from: when(basis.valid_from),
        valid_to: when(basis.valid_to),
        checked: when(basis.checked),
        replaced_by: basis.replaced_by.clone(),
        source: basis.source.clone(),
        ..OfferLaw::default()
    }
}

fn basis(law: &OfferLaw) -> LegalBasis {
    LegalBasis {
        law: law.law.trim().to_owned(),
        paragraph: law.paragraph.trim().trim_start_matches('§').trim().to_owned(),
        valid_from: law.valid_from.day(),
        valid_to: law.valid_to.day(),
        checked: law.checked.day(),
        replaced_by: law.replaced_by.trim().to_owned(),
        source: law.source.trim().to_owned(),
    }
}

/// What was changed in the form since it was opened, put into an offer. Everything else of the offer stays, so that what
/// somebody else changed meanwhile in other fields is kept.
pub fn offer(now: &OfferDraft, opened: &OfferDraft, before: &Offer, library: &Library, text: &Text) -> Offer {
    let mut offer = before.clone();
    let m = &library.municipality;
    macro_rules! take {
        ($($field:ident => $target:expr, $value:expr;)*) => { $( if now.$field != opened.$field { $target = $value; } )* };
    }
    macro_rules! texts {
        ($($field:ident => $target:expr;)*) => { take! { $( $field => $target, now.$field.trim().to_owned(); )* } };
    }
    let number = |n: Option<u32>| n.and_then(|n| u16::try_from(n).ok());
    let age = |n: Option<u32>| n.and_then(|n| u8::try_from(n).ok());
    let bool_of = |value: Option<YesNo>| value.map(|v| v == YesNo::Yes);
    let or_all = |typed: &str, of: &[Named]| match typed.trim() {
        "" => None,
        all if all.eq_ignore_ascii_case(&word_all(text)) => Some(vec![]),
        typed => Some(keys(typed, of)),
    };
    texts! {
        name => offer.name; plain => offer.plain; state_note => offer.state_note; description => offer.description;
        content => offer.content; purpose => offer.purpose; target => offer.target; excluded => offer.excluded;
        duration_note => offer.duration.note; intensity => offer.intensity; start => offer.start;
        authority => offer.authority; referral => offer.referral; guarantee => offer.guarantee;
        contact_name => offer.contact.name; contact_phone => offer.contact.phone;
        contact_email => offer.contact.email; contact_hours => offer.contact.hours;
        place => offer.place; transport => offer.transport; languages => offer.languages;
        price => offer.price; rate => offer.rate; portal_id => offer.portal_id; owner => offer.owner;
    }
    take! {
        state => offer.state, now.state;
        department => offer.department, keys(&now.department, &m.departments).into_iter().next().unwrap_or_default();
        provider => offer.provider, now.provider;
        themes => offer.themes, keys(&now.themes, &m.themes);
        keywords => offer.keywords, parts(&now.keywords);
        age_from => offer.ages.from, age(now.age_from);
        age_to => offer.ages.to, age(now.age_to);
        benefits => offer.benefits, or_all(&now.benefits, &m.benefits);
        areas => offer.areas, or_all(&now.areas, &m.areas);
        forms => offer.forms, now.forms.clone();
        min_weeks => offer.duration.min_weeks, number(now.min_weeks);
        max_weeks => offer.duration.max_weeks, number(now.max_weeks);
        capacity => offer.capacity, number(now.capacity);
        free => offer.free, number(now.free);
        waiting_weeks => offer.waiting_weeks, number(now.waiting_weeks);
        updated => offer.updated, now.updated.day();
        access => offer.access, now.access;
        accessible => offer.accessible, bool_of(now.accessible);
        anonymous => offer.anonymous, bool_of(now.anonymous);
        evidence => offer.evidence, now.evidence;
        requires => offer.requires, parts(&now.requires);
        combines_with => offer.combines_with, parts(&now.combines_with);
        reviewed => offer.reviewed, now.reviewed.day();
        next_review => offer.next_review, now.next_review.day();
        unverified => offer.unverified, now.unverified == Some(YesNo::Yes);
    }
    let laws = |draft: &OfferDraft| draft.laws.iter().map(basis).collect::<Vec<_>>();
    if laws(now) != laws(opened) {
        offer.legal = laws(now).into_iter().filter(|l| *l != LegalBasis::default()).collect();
    }
    offer
}

/// The draft on screen.
pub fn on_screen(model: &Model) -> Option<&OfferDraft> {
    model.work.as_ref()?.session.desk.as_deref()
}

/// The first day that is typed and not understood: record and field.
pub fn unread_day(draft: &OfferDraft) -> Option<(Id, &'static str)> {
    let typed = |when: &When| matches!(when, When::Typed(text) if !text.trim().is_empty());
    let own = [("updated", &draft.updated), ("reviewed", &draft.reviewed), ("next_review", &draft.next_review)];
    let own = own.into_iter().find(|(_, when)| typed(when)).map(|(name, _)| (draft.id, name));
    own.or_else(|| {
        draft.laws.iter().find_map(|law| {
            let days = [("valid_from", &law.valid_from), ("valid_to", &law.valid_to), ("checked", &law.checked)];
            days.into_iter().find(|(_, when)| typed(when)).map(|(name, _)| (law.id, name))
        })
    })
}

/// Whether the department in the form is one of the municipality's; an empty field is none that is wrong.
pub fn knows_department(draft: &OfferDraft, library: &Library) -> bool {
    let list = &library.municipality.departments;
    let typed = keys(&draft.department, list);
    typed.len() < 2 && typed.iter().all(|key| list.iter().any(|known| known.key == *key))
}

/// Whether nobody can be old and young enough for it.
pub fn ages_are_reversed(draft: &OfferDraft) -> bool {
    draft.age_from.zip(draft.age_to).is_some_and(|(from, to)| from > to)
}

/// The name the legal basis goes by among the clashes: it is a list of records and no field.
pub const LAWS: &str = "laws";

/// Fields that were changed in the form, and otherwise by somebody else, since it was opened. All three forms are of the
/// same offer.
pub fn clashes(now: &OfferDraft, opened: &OfferDraft, theirs: &OfferDraft) -> Vec<&'static str> {
    let differ = |field: &Field, one: &OfferDraft, other: &OfferDraft| field.read(one) != field.read(other);
    let both =
        |field: &&Field| differ(field, now, opened) && differ(field, theirs, opened) && differ(field, now, theirs);
    let laws = |draft: &OfferDraft| draft.laws.iter().map(basis).collect::<Vec<_>>();
    let (mine, old, other) = (laws(now), laws(opened), laws(theirs));
    let list = (mine != old && other != old && mine != other).then_some(LAWS);
    OfferDraft::FIELDS.iter().filter(both).map(|field| field.name).chain(list).collect()
}

/// An id for a new offer, from its name and unlike all others: `aaben-raadgivning`.
pub fn new_id(name: &str, library: &Library) -> String {
    let mut id = String::new();
    for c in name.to_lowercase().chars() {
        match c {
            'æ' => id.push_str("ae"),
            'ø' => id.push_str("oe"),
            'å' => id.push_str("aa"),
            'a'..='z' | '0'..='9' => id.push(c),
            _ if !id.is_empty() && !id.ends_with('-') => id.push('-'),
            _ => {}
        }
    }
    let id = id.trim_end_matches('-');
    let id = if id.is_empty() { "tilbud" } else { id };
    let free = |id: &String| library.offer(id).is_none();
    let numbered = (2..).map(|number| format!("{id}-{number}"));
    std::iter::once(id.to_owned()).chain(numbered).find(free).unwrap_or_default()
}

/// The file a new offer of a department goes to: where most of its offers are, else one of its own.
pub fn new_file(department: &str, library: &Library) -> String {
    let mut counts: std::collections::BTreeMap<&str, usize> = std::collections::BTreeMap::new();
    for (at, _) in library.offers.iter().enumerate().filter(|(_, o)| o.department == department) {
        if let Some((file, _)) = library.origin(at) {
            *counts.entry(file).or_default() += 1;
        }
    }
    let most = counts.into_iter().max_by_key(|(_, count)| *count).map(|(file, _)| file.to_owned());
    // A key is letters, digits and hyphens; whatever else was typed must not become a path.
    let name: String = department.chars().filter(|c| c.is_alphanumeric() || *c == '-').collect();
    most.unwrap_or_else(|| format!("offers/{}.ron", if name.is_empty() { "andre" } else { &name }))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use super::*;
    use crate::text::Lang;

    fn form(offer: &Offer, library: &Library) -> OfferDraft {
        draft(offer, library, &Text::new(Lang::Da, None), &mut fastrand::Rng::with_seed(3))
    }

    fn back(now: &OfferDraft, opened: &OfferDraft, offer: &Offer, library: &Library) -> Offer {
        super::offer(now, opened, offer, library, &Text::new(Lang::Da, None))
    }

    #[test]
    fn an_offer_goes_into_the_form_and_comes_back_as_it_was() {
        let library = Library::builtin();
        for one in &library.offers {
            let form = form(one, &library);
            assert_eq!(back(&form, &form, one, &library), *one);
            // Also what is made anew from every field of the form.
            let anew = back(&form, &OfferDraft::default(), &Offer { id: one.id.clone(), ..Offer::default() }, &library);
            assert_eq!(anew, *one, "{}", one.id);
        }
    }

    #[test]
    fn what_somebody_else_changed_in_another_field_is_kept() {
        let library = Library::builtin();
        let one = &library.offers[4];
        let opened = form(one, &library);
        let now = OfferDraft { plain: "Nyt på øen.".into(), ..opened.clone() };
        let theirs = Offer { price: "50 kr.".into(), ..one.clone() };
        let both = back(&now, &opened, &theirs, &library);
        assert_eq!((both.plain.as_str(), both.price.as_str()), ("Nyt på øen.", "50 kr."));
    }

    #[test]
    fn names_become_keys_and_what_is_no_name_stays() {
        let library = Library::builtin();
        let one = &library.offers[0];
        let opened = form(one, &library);
        let now = OfferDraft {
            department: "bolig".into(),
            benefits: "su, kontanthjælp, Fri".into(),
            areas: "alle".into(),
            ..opened.clone()
        };
        let changed = back(&now, &opened, one, &library);
        assert_eq!(changed.department, "bolig");
        assert_eq!(changed.benefits, Some(vec!["su".to_owned(), "kontanthjaelp".to_owned(), "Fri".to_owned()]));
        assert_eq!(changed.areas, Some(vec![]));
    }

    #[test]
    fn a_new_offer_gets_an_id_from_its_name_that_nobody_has() {
        let library = Library::builtin();
        assert_eq!(new_id("Åben rådgivning på Ærø!", &library), "aaben-raadgivning-paa-aeroe");
        assert_eq!(new_id("Boligsocial anvisning", &library), "boligsocial-anvisning-2");
        assert_eq!(new_id("  ", &library), "tilbud");
    }

    #[test]
    fn a_new_offer_goes_to_the_file_of_its_department() {
        let library = Library::builtin();
        assert_eq!(new_file("bolig", &library), "offers/bolig.ron");
        assert_eq!(new_file("../../x", &library), "offers/x.ron");
    }
}
