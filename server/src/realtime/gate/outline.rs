//! The first look at an update: that every byte of it is what it must be, and which clients wrote in it. Nothing is
//! reserved here but 24 bytes for each client, who takes at least five in the message.

use super::blocks::{Block, Body};
use super::reader::{Malformed, Reader};
use super::refusal::Refusal;

/// `yrs` compares clocks as signed numbers of 32 bits.
const LAST_CLOCK: u32 = i32::MAX.cast_unsigned();

/// An update that is well formed.
#[derive(Debug)]
pub(super) struct Outline<'a> {
    /// By client, each once.
    pub(super) sections: Vec<Section>,
    /// At the start of what is deleted.
    pub(super) deletions: Reader<'a>,
}

/// What one client wrote, in an update.
#[derive(Debug)]
pub(super) struct Section {
    pub(super) client: u64,
    /// Where in the update it begins.
    pub(super) at: u32,
    /// The clock after the last.
    pub(super) end: u32,
    /// How many of the blocks are items.
    pub(super) items: u32,
}

/// The first numbers of a section.
#[derive(Debug)]
pub(super) struct Head {
    pub(super) blocks: u32,
    pub(super) client: u64,
    pub(super) clock: u32,
}

impl<'a> Outline<'a> {
    /// Reads all of an update.
    pub(super) fn of(update: &'a [u8]) -> Result<Self, Refusal> {
        let mut reader = Reader::new(update);
        let count = reader.count(5)?;
        let mut sections = Vec::with_capacity(count);
        for _ in 0..count {
            sections.push(Section::read(&mut reader)?);
        }
        sections.sort_unstable_by_key(|section| section.client);
        if sections.windows(2).any(|two| two[0].client == two[1].client) {
            return Err(Refusal::Malformed);
        }
        let deletions = reader.clone();
        each_deletion::<Malformed>(&mut reader, |_, _, _| Ok(()))?;
        reader.end()?;
        Ok(Self { sections, deletions })
    }

    /// Calls `look` with the client, the first clock and the one after the last of each range that is deleted.
    pub(super) fn each_deletion<E: From<Malformed>>(
        &self,
        look: impl FnMut(u64, u32, u32) -> Result<(), E>,
    ) -> Result<(), E> {
        each_deletion(&mut self.deletions.clone(), look)
    }
}

impl Section {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Refusal> {
        let at = u32::try_from(reader.position()).map_err(|_| Malformed)?;
        let Head { blocks, client, mut clock } = Head::read(reader)?;
        let mut items = 0;
        for _ in 0..blocks {
            let block = Block::read(reader)?;
            block.check()?;
            items += u32::from(matches!(block.body, Body::Item(_)));
            clock = after(clock, block.len)?;
        }
        if blocks == 0 { Err(Refusal::Malformed) } else { Ok(Self { client, at, end: clock, items }) }
    }
}

impl Head {
    pub(super) fn read(reader: &mut Reader<'_>) -> Result<Self, Malformed> {
        let blocks = u32::try_from(reader.count(2)?).map_err(|_| Malformed)?;
        Ok(Self { blocks, client: reader.client_id()?, clock: reader.number_32()? })
    }
}

fn each_deletion<E: From<Malformed>>(
    reader: &mut Reader<'_>,
    mut look: impl FnMut(u64, u32, u32) -> Result<(), E>,
) -> Result<(), E> {
    for _ in 0..reader.count(2)? {
        let client = reader.client_id()?;
        let mut last = 0;
        for _ in 0..reader.count(2)? {
            let from = reader.number_32()?;
            let to = after(from, reader.number_32()?)?;
            // In order, as everybody writes them: `yrs` relies on it when it compares.
            if from < last || to == from {
                return Err(Malformed.into());
            }
            last = to;
            look(client, from, to)?;
        }
    }
    Ok(())
}

fn after(clock: u32, len: u32) -> Result<u32, Malformed> {
    clock.checked_add(len).filter(|end| *end <= LAST_CLOCK).ok_or(Malformed)
}
