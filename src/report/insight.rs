//! Insight (*indsigt*): everything that is kept about one reference, field by field, in one document. The citizen has a right
//! to it; whoever gives it out first looks through it for what concerns others.

use crate::domain::audience::Seen;
use crate::domain::edit::Slot;
use crate::domain::record::{Choice, Recorded};
use crate::domain::session::PickedOffer;
use crate::text::{Text, Word, w};

use super::document::Block;
use super::words;
use crate::report::show::Shower;

/// One session with the name of its file.
pub struct Held<'a> {
    /// Name of the file.
    pub file: &'a str,
    /// Earlier versions of it that are kept; what was taken out of the session may still stand in them.
    pub versions: usize,
    /// The session, seen whole.
    pub seen: &'a Seen,
}

/// Everything about `reference` in `sessions`, which come in the order of time. `unread` are files beside them that nobody
/// can say of whether they belong here.
pub fn document(reference: &str, sessions: &[Held<'_>], unread: &[String], text: &Text) -> Vec<Block> {
    let mut blocks = vec![
        Block::Heading(1, text.fmt(w("insight-title"), &[("reference", reference.trim().into())])),
        Block::Paragraph(text.fmt(w("insight-count"), &[("count", sessions.len().into())])),
        Block::Paragraph(text.get(w("insight-others"))),
    ];
    if !unread.is_empty() {
        blocks.push(Block::Paragraph(text.fmt(w("insight-unread"), &[("files", unread.join(", ").into())])));
    }
    for held in sessions {
        session(held, text, &mut blocks);
    }
    blocks
}

fn session(held: &Held<'_>, text: &Text, blocks: &mut Vec<Block>) {
    let Held { file, versions, seen } = held;
    let day = seen.head.date.day().or_else(|| seen.created.map(|c| crate::domain::dates::copenhagen(c).date()));
    let kind = text.get(Word(seen.head.kind.word()));
    let mut title = day.map_or_else(|| kind.clone(), |day| format!("{kind} {}", words::long_date(text, day)));
    if seen.fictitious {
        title = format!("{} · {title}", text.get(w("example-mark")));
    }
    blocks.push(Block::Heading(2, title));
    blocks.push(Block::Field(text.get(w("insight-file")), (*file).to_owned()));
    blocks.push(Block::Field(text.get(w("insight-status")), text.get(Word(seen.head.status.word()))));
    if *versions > 0 {
        blocks.push(Block::Field(text.get(w("insight-versions")), versions.to_string()));
    }
    let show = Shower { text, seen };
    let mut section = None;
    seen.visit(&mut |slot, _, record| {
        let fields = fields(&show, record);
        // Times of the clock hold nothing about the citizen; they follow from the agenda.
        if fields.is_empty() || slot == Slot::Clock {
            return;
        }
        if section != Some(slot.word()) {
            section = Some(slot.word());
            blocks.push(Block::Heading(3, text.get(Word(slot.word()))));
        }
        let name = show.title(record);
        if !name.is_empty() {
            blocks.push(Block::Paragraph(name));
        }
        blocks.extend(fields);
        // No form shows it, and it says something about the citizen.
        if let Some(pick) = record.as_any().downcast_ref::<PickedOffer>() {
            let label = || text.get(w("insight-misfit"));
            blocks.extend(pick.misfits.iter().map(|misfit| Block::Field(label(), misfit.text.clone())));
        }
    });
}

fn fields(show: &Shower<'_>, record: &dyn Recorded) -> Vec<Block> {
    let filled = record.fields().iter().filter_map(|field| {
        let value = show.value(field, &field.read(record)?);
        // Who may see a record is about the program, not about the citizen.
        (!value.trim().is_empty() && field.name != "seen_by").then(|| Block::Field(show.label(field), value))
    });
    filled.collect()
}
