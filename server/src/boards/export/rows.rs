//! A board in rows, for a spreadsheet: what a column is called first. The cards can be imported again as they are.

use std::fmt::Display;

use super::wording::Wording;
use crate::boards::api::{AmbitionContent, CommonValue, Content, ConversationContent, Note, Role};
use crate::tables::{Cell, Sheet};

/// All of it.
pub(super) fn of(content: &Content, wording: &Wording) -> Vec<Vec<String>> {
    match content {
        Content::Ambition(ambition) => ambition_rows(ambition, wording),
        Content::Conversation(conversation) => conversation_rows(conversation, wording),
        Content::Canvas(canvas) => note_rows(&canvas.notes, wording),
        Content::Roles(roles) => role_rows(&roles.roles, wording),
        Content::Values(values) => value_rows(&values.values, wording),
    }
}

/// The same as a sheet of a workbook.
pub(super) fn sheet(content: &Content, wording: &Wording) -> Sheet {
    let mut rows = of(content, wording).into_iter();
    Sheet {
        name: wording.pick("Bord", "Board").to_owned(),
        header: rows.next().unwrap_or_default(),
        rows: rows.map(|row| row.into_iter().map(Cell::Text).collect()).collect(),
    }
}

fn ambition_rows(ambition: &AmbitionContent, wording: &Wording) -> Vec<Vec<String>> {
    let row = |nl, en, text: &str| vec![wording.pick(nl, en).to_owned(), text.to_owned()];
    vec![
        row("onderdeel", "part", wording.pick("tekst", "text")),
        row("Kop", "Headline", &ambition.headline),
        row("Ambitie", "Ambition", &ambition.statement),
        row("Over tien jaar", "In ten years", &ambition.horizon),
    ]
}

fn conversation_rows(conversation: &ConversationContent, wording: &Wording) -> Vec<Vec<String>> {
    let header = vec![wording.pick("tekst", "text").to_owned()];
    vec![header, vec![conversation.note.clone()]]
}

fn note_rows(notes: &[Note], wording: &Wording) -> Vec<Vec<String>> {
    let header = [wording.pick("blok", "block"), wording.pick("tekst", "text"), "partner"];
    let row = |block: &str, note: &Note| {
        let partner = note.partner.as_deref().map_or("", |id| wording.partner(id));
        vec![block.to_owned(), note.text.clone(), partner.to_owned()]
    };
    let blocks = wording.blocks(notes).into_iter();
    let cards = blocks.flat_map(|(block, notes)| notes.into_iter().map(move |note| row(block, note)));
    std::iter::once(header.map(ToOwned::to_owned).to_vec()).chain(cards).collect()
}

fn role_rows(roles: &[Role], wording: &Wording) -> Vec<Vec<String>> {
    let header = [
        wording.pick("titel", "title"),
        wording.pick("waarvoor", "purpose"),
        wording.pick("plaatsen_min", "seats_min"),
        wording.pick("plaatsen_max", "seats_max"),
        wording.pick("kernkwaliteiten", "qualities"),
        wording.pick("drijfveren", "drives"),
    ];
    let row = |role: &Role| {
        vec![
            role.title.clone(),
            role.purpose.clone(),
            role.seats_min.to_string(),
            role.seats_max.to_string(),
            joined(role.qualities.iter().map(|(id, weight)| format!("{}: {weight}", wording.quality(id)))),
            joined(role.drives.keys().map(|id| wording.drive(id))),
        ]
    };
    std::iter::once(header.map(ToOwned::to_owned).to_vec()).chain(roles.iter().map(row)).collect()
}

fn value_rows(values: &[CommonValue], wording: &Wording) -> Vec<Vec<String>> {
    let header = [wording.pick("naam", "name"), wording.pick("betekenis", "meaning")];
    let row = |value: &CommonValue| vec![value.name.clone(), value.meaning.clone()];
    std::iter::once(header.map(ToOwned::to_owned).to_vec()).chain(values.iter().map(row)).collect()
}

fn joined<T: Display>(items: impl Iterator<Item = T>) -> String {
    items.map(|item| item.to_string()).collect::<Vec<_>>().join("; ")
}
