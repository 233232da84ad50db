//! Somebody honest who writes with `yrs` on a document as it is now, in the keys of the vocabulary.

use fastrand::Rng;
use samenspel::boards::Kind;
use yrs::types::Attrs;
use yrs::types::xml::XmlIn;
use yrs::updates::decoder::Decode as _;
use yrs::{
    Any, ClientID, Doc, GetString as _, Map as _, MapPrelim, MapRef, OffsetKind, Options, Out, ReadTxn as _,
    StateVector, Text as _, TextPrelim, Transact as _, TransactionMut, Update, WriteTxn as _, Xml as _,
    XmlElementPrelim, XmlElementRef, XmlFragment as _, XmlFragmentRef, XmlOut, XmlTextPrelim, XmlTextRef,
};

const WORDS: &[&str] = &["samen", " ", "de bus", "é", "👩‍🌾", "\n", "wij", "x", "Regionale fietsroute", "ß"];
const BLOCKS: &[&str] = &["channels", "key_partners", "cost_structure", "revenue_streams"];
const QUALITIES: &[&str] = &["enthusiasm", "patience", "precision"];
const DRIVES: &[&str] = &["belonging", "mastery"];
const ORDERS: &[&str] = &["a0", "a1", "Zz", "a0V", "b00"];

/// An update that an honest client would send who has exactly `state` and writes under `client`.
///
/// Nothing when `state` cannot be read, or when there was nothing to write.
pub fn write(kind: Kind, state: &[u8], client: u64, rng: &mut Rng) -> Option<Vec<u8>> {
    let doc = Doc::with_options(Options {
        client_id: ClientID::new(client),
        offset_kind: OffsetKind::Utf16,
        ..Options::default()
    });
    doc.transact_mut().apply_update(Update::decode_v1(state).ok()?).ok()?;
    let before = doc.transact().state_vector();
    let mut transaction = doc.transact_mut();
    for _ in 0..=rng.usize(..3) {
        match kind {
            Kind::Ambition => write_ambition(&mut transaction, rng),
            Kind::Canvas => write_note(&mut transaction, rng),
            Kind::Roles => write_role(&mut transaction, rng),
            Kind::Values => write_value(&mut transaction, rng),
            Kind::Conversation => write_rich_text(&mut transaction, "note", rng),
        }
    }
    transaction.commit();
    let written = transaction.encode_update_v1();
    drop(transaction);
    // Now and then all at once, as after work without a network.
    if rng.u8(..) < 24 { Some(doc.transact().encode_diff_v1(&before)) } else { Some(written) }
}

/// Everything of `state`, as somebody sends it who has it all.
pub fn everything(state: &[u8]) -> Option<Vec<u8>> {
    let doc = Doc::new();
    doc.transact_mut().apply_update(Update::decode_v1(state).ok()?).ok()?;
    Some(doc.transact().encode_diff_v1(&StateVector::default()))
}

fn one_of<'a>(rng: &mut Rng, words: &[&'a str]) -> &'a str {
    words[rng.usize(..words.len())]
}

fn write_ambition(transaction: &mut TransactionMut<'_>, rng: &mut Rng) {
    if rng.u8(..4) == 0 {
        let headline = transaction.get_or_insert_text("headline");
        return edit(&headline, transaction, rng);
    }
    let name = one_of(rng, &["statement", "horizon"]);
    write_rich_text(transaction, name, rng);
}

fn write_rich_text(transaction: &mut TransactionMut<'_>, name: &str, rng: &mut Rng) {
    let fragment = transaction.get_or_insert_xml_fragment(name);
    let length = fragment.len(transaction);
    match rng.u8(..8) {
        0 => drop(fragment.insert(transaction, rng.u32(..=length), block(rng, 2))),
        1 => {
            let heading = fragment.insert(transaction, rng.u32(..=length), inline("heading", rng));
            set_level(&heading, transaction, rng);
        }
        2 if length > 0 => fragment.remove(transaction, rng.u32(..length)),
        3 if length > 0 => {
            let at = rng.u32(..length);
            if let Some(XmlOut::Element(element)) = fragment.get(transaction, at)
                && &**element.tag() == "heading"
            {
                set_level(&element, transaction, rng);
            }
        }
        _ => match some_text(&fragment, transaction, rng) {
            Some(text) => write_marked(&text, transaction, rng),
            None => drop(fragment.insert(transaction, length, block(rng, 2))),
        },
    }
}

fn block(rng: &mut Rng, depth: u8) -> XmlElementPrelim {
    if depth == 0 || rng.bool() {
        return inline("paragraph", rng);
    }
    let mut children = vec![XmlIn::from(inline("paragraph", rng))];
    if rng.bool() {
        children.push(XmlIn::from(block(rng, depth - 1)));
    }
    let item = XmlElementPrelim::new("listItem", children);
    XmlElementPrelim::new(one_of(rng, &["bulletList", "orderedList"]), [XmlIn::from(item)])
}

fn inline(name: &str, rng: &mut Rng) -> XmlElementPrelim {
    let mut children = vec![XmlIn::from(XmlTextPrelim::new(one_of(rng, WORDS)))];
    if rng.u8(..4) == 0 {
        children.push(XmlIn::from(XmlElementPrelim::empty("hardBreak")));
        children.push(XmlIn::from(XmlTextPrelim::new(one_of(rng, WORDS))));
    }
    XmlElementPrelim::new(name, children)
}

fn set_level(heading: &XmlElementRef, transaction: &mut TransactionMut<'_>, rng: &mut Rng) {
    heading.insert_attribute(transaction, "level", Any::from(f64::from(rng.u8(2..=3))));
}

/// A text somewhere in the fragment: one of those met on the way down.
fn some_text(fragment: &XmlFragmentRef, transaction: &TransactionMut<'_>, rng: &mut Rng) -> Option<XmlTextRef> {
    let length = fragment.len(transaction);
    let mut node = fragment.get(transaction, rng.u32(..length.max(1)))?;
    for _ in 0..8 {
        match node {
            XmlOut::Text(text) => return Some(text),
            XmlOut::Element(element) => node = some_child(&element, transaction, rng)?,
            XmlOut::Fragment(_) => return None,
        }
    }
    None
}

fn some_child(element: &XmlElementRef, transaction: &TransactionMut<'_>, rng: &mut Rng) -> Option<XmlOut> {
    element.get(transaction, rng.u32(..element.len(transaction).max(1)))
}

fn write_marked(text: &XmlTextRef, transaction: &mut TransactionMut<'_>, rng: &mut Rng) {
    let length = text.len(transaction);
    if length == 0 || rng.bool() {
        return edit(text, transaction, rng);
    }
    let from = rng.u32(..length);
    let marked = rng.u32(1..=length - from);
    let link = || {
        let null = |key: &str| (key.to_owned(), Any::Null);
        let mut link = std::collections::HashMap::from(["target", "rel", "class", "title"].map(null));
        link.insert("href".to_owned(), Any::from("https://samenspel.example"));
        Any::from(link)
    };
    let (mark, value) = match rng.u8(..4) {
        0 => ("bold", Any::from(std::collections::HashMap::<String, Any>::new())),
        1 => ("italic", Any::from(std::collections::HashMap::<String, Any>::new())),
        2 => ("link", link()),
        _ => (one_of(rng, &["bold", "italic", "link"]), Any::Null),
    };
    text.format(transaction, from, marked, Attrs::from([(mark.into(), value)]));
}

fn edit(text: &impl yrs::Text, transaction: &mut TransactionMut<'_>, rng: &mut Rng) {
    let length = text.len(transaction);
    if length > 0 && rng.u8(..3) == 0 {
        let from = rng.u32(..length);
        text.remove_range(transaction, from, rng.u32(1..=(length - from).min(6)));
    } else {
        // Somewhere, or at the end where most people type.
        let at = if rng.bool() { length } else { rng.u32(..=length) };
        text.insert(transaction, at, one_of(rng, WORDS));
    }
}

fn some_entry(map: &MapRef, transaction: &TransactionMut<'_>, rng: &mut Rng) -> Option<(String, MapRef)> {
    let mut keys: Vec<String> = map.keys(transaction).map(ToOwned::to_owned).collect();
    keys.sort_unstable();
    let key = keys.get(rng.usize(..keys.len().max(1)))?.clone();
    match map.get(transaction, &key) {
        Some(Out::YMap(entry)) => Some((key, entry)),
        _ => None,
    }
}

fn write_note(transaction: &mut TransactionMut<'_>, rng: &mut Rng) {
    let notes = transaction.get_or_insert_map("notes");
    let Some((id, note)) = some_entry(&notes, transaction, rng).filter(|_| rng.u8(..4) > 0) else {
        let note = notes.insert(transaction, uuid(rng), MapPrelim::from([("block", one_of(rng, BLOCKS))]));
        note.insert(transaction, "text", TextPrelim::new(one_of(rng, WORDS)));
        note.insert(transaction, "order", one_of(rng, ORDERS));
        note.insert(transaction, "partner", Any::Null);
        return;
    };
    match rng.u8(..8) {
        0 => drop(notes.remove(transaction, &id)),
        1 => drop(note.insert(transaction, "block", one_of(rng, BLOCKS))),
        2 => drop(note.insert(transaction, "order", one_of(rng, ORDERS))),
        3 => drop(note.insert(transaction, "partner", uuid(rng))),
        _ => edit_under(&note, "text", transaction, rng),
    }
}

fn write_role(transaction: &mut TransactionMut<'_>, rng: &mut Rng) {
    let roles = transaction.get_or_insert_map("roles");
    let Some((id, role)) = some_entry(&roles, transaction, rng).filter(|_| rng.u8(..4) > 0) else {
        let role = roles.insert(transaction, uuid(rng), MapPrelim::from([("order", one_of(rng, ORDERS))]));
        role.insert(transaction, "title", TextPrelim::new(one_of(rng, WORDS)));
        role.insert(transaction, "purpose", TextPrelim::new(""));
        role.insert(transaction, "seats_min", 1.0);
        role.insert(transaction, "seats_max", 2.0);
        role.insert(transaction, "qualities", MapPrelim::default());
        role.insert(transaction, "drives", MapPrelim::default());
        return;
    };
    match rng.u8(..8) {
        0 => drop(roles.remove(transaction, &id)),
        1 => drop(role.insert(transaction, "seats_max", f64::from(rng.u8(..=20)))),
        2 => drop(role.insert(transaction, "order", one_of(rng, ORDERS))),
        3 | 4 => choose(&role, transaction, rng),
        5 => edit_under(&role, "title", transaction, rng),
        _ => edit_under(&role, "purpose", transaction, rng),
    }
}

fn write_value(transaction: &mut TransactionMut<'_>, rng: &mut Rng) {
    let values = transaction.get_or_insert_map("values");
    let Some((id, value)) = some_entry(&values, transaction, rng).filter(|_| rng.u8(..4) > 0) else {
        let value = values.insert(transaction, uuid(rng), MapPrelim::from([("order", one_of(rng, ORDERS))]));
        value.insert(transaction, "name", TextPrelim::new(one_of(rng, WORDS)));
        value.insert(transaction, "meaning", TextPrelim::new(""));
        return;
    };
    match rng.u8(..8) {
        0 => drop(values.remove(transaction, &id)),
        1 => drop(value.insert(transaction, "order", one_of(rng, ORDERS))),
        2 | 3 => edit_under(&value, "name", transaction, rng),
        _ => edit_under(&value, "meaning", transaction, rng),
    }
}

fn choose(role: &MapRef, transaction: &mut TransactionMut<'_>, rng: &mut Rng) {
    let (key, ids) = if rng.bool() { ("qualities", QUALITIES) } else { ("drives", DRIVES) };
    let Some(Out::YMap(chosen)) = role.get(transaction, key) else { return };
    let id = one_of(rng, ids);
    if chosen.get(transaction, id).is_some() && rng.bool() {
        chosen.remove(transaction, id);
    } else if key == "drives" {
        chosen.insert(transaction, id, true);
    } else {
        chosen.insert(transaction, id, f64::from(rng.u8(1..=3)));
    }
}

fn edit_under(map: &MapRef, key: &str, transaction: &mut TransactionMut<'_>, rng: &mut Rng) {
    if let Some(Out::YText(text)) = map.get(transaction, key) {
        edit(&text, transaction, rng);
    }
}

fn uuid(rng: &mut Rng) -> String {
    uuid::Uuid::from_u128(rng.u128(..)).to_string()
}

/// What an honest reader sees: everything that can be read out of a document without writing.
pub fn read_everything(doc: &Doc) -> usize {
    let transaction = doc.transact();
    let mut seen = transaction.get_text("headline").map_or(0, |text| text.get_string(&transaction).len());
    for name in ["statement", "horizon"] {
        seen += transaction.get_xml_fragment(name).map_or(0, |fragment| fragment.get_string(&transaction).len());
    }
    for name in ["notes", "roles", "values"] {
        let map = transaction.get_map(name);
        seen += map.map_or(0, |map| yrs::types::ToJson::to_json(&map, &transaction).to_string().len());
    }
    seen
}
