//! The document model: what every document is made of, and the forms it is written in. Text from sessions is data: it can
//! neither steer a terminal nor become a heading or a link.

use crate::catalog::clean::clean;

/// One piece of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading; level 1 is the document's own.
    Heading(u8, String),
    /// A paragraph.
    Paragraph(String),
    /// What is called `.0` is `.1`; may have many lines.
    Field(String, String),
    /// One of a list.
    Item(String),
}

/// The form a document is written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// Lines as they are.
    #[default]
    Text,
    /// Markdown.
    Markdown,
}

/// The document as one text, which ends with a line end.
pub fn write(blocks: &[Block], form: Form) -> String {
    let mut out = String::new();
    let mut before: Option<&Block> = None;
    for block in blocks {
        let runs_on = matches!(
            (before, block),
            (Some(Block::Field(..)), Block::Field(..)) | (Some(Block::Item(_)), Block::Item(_))
        );
        if before.is_some() && !runs_on {
            out.push('\n');
        }
        out += &match form {
            Form::Text => plain(block),
            Form::Markdown => markdown(block),
        };
        before = Some(block);
    }
    out
}

fn plain(block: &Block) -> String {
    match block {
        Block::Heading(1, text) => {
            let text = line(text);
            format!("{text}\n{}\n", "=".repeat(text.chars().count()))
        }
        Block::Heading(2, text) => {
            let text = line(text);
            format!("{text}\n{}\n", "-".repeat(text.chars().count()))
        }
        Block::Heading(_, text) => format!("{}\n", line(text)),
        Block::Paragraph(text) => format!("{}\n", clean(text).trim()),
        Block::Field(name, text) => format!("{}: {}\n", line(name), hanging(text, "    ")),
        Block::Item(text) => format!("- {}\n", hanging(text, "  ")),
    }
}

fn markdown(block: &Block) -> String {
    match block {
        Block::Heading(level, text) => format!("{} {}\n", "#".repeat(usize::from(*level)), escaped(&line(text))),
        Block::Paragraph(text) => format!("{}\n", escaped(clean(text).trim())),
        Block::Field(name, text) => format!("- **{}:** {}\n", escaped(&line(name)), hanging(&escaped(text), "  ")),
        Block::Item(text) => format!("- {}\n", hanging(&escaped(text), "  ")),
    }
}

fn line(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The lines after the first stand indented, so that none of them is taken for something new.
fn hanging(text: &str, indent: &str) -> String {
    let text = clean(text);
    let lines: Vec<&str> = text.trim().lines().map(str::trim_end).collect();
    lines.join(&format!("\n{indent}"))
}

/// Whatever could mean something in Markdown or HTML, and a line that could begin a list or a heading, stands for itself.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut begins = true;
    for c in text.chars() {
        let special = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '&' | '~');
        let opens = begins && matches!(c, '+' | '-' | '=');
        if special || opens {
            out.push('\\');
        }
        out.push(c);
        begins = c == '\n' || (begins && c.is_whitespace());
    }
    out
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn fields_stand_close_together_and_headings_apart() {
        let blocks = [
            Block::Heading(1, "Indsigt".into()),
            Block::Heading(2, "Mødet".into()),
            Block::Field("Sted".into(), "Rådhuset".into()),
            Block::Field("Note".into(), "to\nlinjer".into()),
        ];
        assert_eq!(
            write(&blocks, Form::Text),
            "Indsigt\n=======\n\nMødet\n-----\n\nSted: Rådhuset\nNote: to\n    linjer\n"
        );
    }

    #[test]
    fn what_people_wrote_is_no_markup() {
        let text = write(&[Block::Paragraph("# <b>[x](y)</b>\n- *a*".into())], Form::Markdown);
        assert_eq!(text, "\\# \\<b\\>\\[x\\](y)\\</b\\>\n\\- \\*a\\*\n");
    }

    proptest! {
        #[test]
        fn no_text_reaches_the_terminal_with_a_control_character(text in any::<String>(), name in any::<String>()) {
            for form in [Form::Text, Form::Markdown] {
                let blocks = [Block::Heading(2, name.clone()), Block::Field(name.clone(), text.clone()), Block::Item(text.clone())];
                let written = write(&blocks, form);
                prop_assert!(!written.chars().any(|c| c.is_control() && c != '\n' && c != '\t'), "{written:?}");
            }
        }
    }
}
