//! What stands in the form of an offer.

use super::Sheet;
use crate::app::browser::desk;
use crate::app::command::Command;
use crate::domain::draft::OfferDraft;
use crate::domain::edit::Slot;
use crate::text::w;

/// The rows of the form.
pub fn rows(sheet: &mut Sheet<'_>, draft: &OfferDraft) {
    sheet.heading(w("section-offer"), String::new());
    sheet.fields(draft, &["name", "plain", "department"]);
    sheet.advice((!desk::knows_department(draft, &sheet.model.library)).then_some(w("draft-unknown-department")));
    sheet.fields(draft, &["themes", "state", "state_note", "keywords"]);
    sheet.heading(w("section-offer-for"), String::new());
    sheet.fields(draft, &["target", "age_from", "age_to"]);
    sheet.advice(desk::ages_are_reversed(draft).then_some(w("draft-ages-reversed")));
    sheet.fields(draft, &["benefits", "areas", "excluded"]);
    sheet.heading(w("section-offer-what"), String::new());
    sheet.fields(draft, &["description", "purpose", "content", "forms", "min_weeks", "max_weeks", "duration_note"]);
    sheet.fields(draft, &["intensity", "evidence"]);
    sheet.heading(w("section-offer-in"), String::new());
    sheet.fields(draft, &["access", "authority", "referral", "guarantee", "start", "waiting_weeks", "capacity"]);
    sheet.fields(draft, &["free", "updated", "price", "rate", "anonymous"]);
    sheet.heading(w("section-offer-contact"), String::new());
    sheet.fields(draft, &["contact_name", "contact_phone", "contact_email", "contact_hours", "place", "transport"]);
    sheet.fields(draft, &["accessible", "languages", "provider", "portal_id"]);
    sheet.heading(w("section-laws"), String::new());
    sheet.list(&draft.laws, Slot::Laws, w("add-law"), w("empty-laws"));
    sheet.heading(w("section-offer-related"), String::new());
    sheet.fields(draft, &["requires", "combines_with"]);
    sheet.heading(w("section-offer-upkeep"), String::new());
    sheet.fields(draft, &["owner", "reviewed", "next_review", "unverified"]);
    sheet.blank();
    sheet.command(Command::SaveNow);
    sheet.close_section();
}
