//! An update of many cuts, in the order in which they are cheap.
//!
//! Each place inside a long text at which something is deleted or inserted cuts it in two, and `yrs` copies what is to
//! the right of it. Two hundred thousand cuts from left to right copy a text of 400,000 letters as often; after a few
//! hundred cuts, evenly spread among them, the others copy little. A range of no length that is deleted cuts, and
//! deletes nothing.

use bytes::Bytes;

use super::blocks::{Block, Body, Item, Standing};
use super::outline::{Head, Outline};
use super::places::Places;
use super::reader::{Malformed, Reader};
use super::refusal::Refusal;

/// Fewer cuts than this are cheap in any order.
const MANY: usize = 2_048;

/// What to apply one after the other instead of `update`, when that is cheaper.
pub(super) fn of(update: &[u8], outline: &Outline<'_>, places: &Places) -> Result<Option<Vec<Bytes>>, Refusal> {
    let at_insertions = insertions(update, outline, places)?;
    let mut at_deletions = Vec::new();
    outline.each_deletion::<Malformed>(|client, from, _| {
        at_deletions.push((client, from));
        Ok(())
    })?;
    if at_insertions.len() + at_deletions.len() < MANY {
        return Ok(None);
    }
    let (blocks, deletions) = update.split_at(outline.deletions.position());
    Ok(Some(vec![
        cuts(at_insertions),
        Bytes::from([blocks, &[0]].concat()),
        cuts(at_deletions),
        Bytes::from([&[0], deletions].concat()),
    ]))
}

/// Where something new is inserted after what is known.
fn insertions(update: &[u8], outline: &Outline<'_>, places: &Places) -> Result<Vec<(u64, u32)>, Refusal> {
    let mut insertions = Vec::new();
    for section in outline.sections.iter().filter(|section| section.end > places.end(section.client)) {
        let mut reader = Reader::new(update).moved_to(usize::try_from(section.at).map_err(|_| Malformed)?);
        let Head { blocks, .. } = Head::read(&mut reader)?;
        for _ in 0..blocks {
            if let Body::Item(Item { standing: Standing::Beside { left: Some(left), .. }, .. }) =
                Block::read(&mut reader)?.body
                && left.clock < places.end(left.client)
            {
                insertions.push((left.client, left.clock + 1));
            }
        }
    }
    Ok(insertions)
}

/// An update that cuts at as many of these places, evenly spread, as there are between two of them.
fn cuts(mut places: Vec<(u64, u32)>) -> Bytes {
    places.sort_unstable();
    places.dedup();
    let step = places.len().isqrt().max(1);
    let chosen: Vec<_> = places.into_iter().step_by(step).collect();
    let clients: Vec<_> = chosen.chunk_by(|one, next| one.0 == next.0).collect();
    let mut bytes = vec![0];
    write(&mut bytes, clients.len() as u64);
    for cuts in clients {
        write(&mut bytes, cuts[0].0);
        write(&mut bytes, cuts.len() as u64);
        for (_, clock) in cuts {
            write(&mut bytes, u64::from(*clock));
            bytes.push(0);
        }
    }
    Bytes::from(bytes)
}

/// Writes a number as lib0 does.
fn write(bytes: &mut Vec<u8>, mut number: u64) {
    while let [low, ..] = number.to_le_bytes()
        && number >= 0x80
    {
        bytes.push(low | 0x80);
        number >>= 7;
    }
    bytes.push(number.to_le_bytes()[0]);
}
