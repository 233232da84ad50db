//! One message of a kind: an honest one that fits the room as it is now, made wrong a few times.

use bytes::Bytes;
use clap::ValueEnum;
use fastrand::Rng;
use serde::{Deserialize, Serialize};

use crate::anatomy::{Id, Update};
use crate::honest::{self, Session};
use crate::lib0::{Reader, put_buffer, put_number};
use crate::structure_wrong::Liar;
use crate::{bytes_wrong, presence_wrong, writer};

/// What is made wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Whole messages, with the numbers in front.
    Frames,
    /// What is in a step 2 or an update.
    Updates,
    /// What is in a step 1.
    StateVectors,
    /// What is in an awareness message.
    Awareness,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Frames, Self::Updates, Self::StateVectors, Self::Awareness];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Frames => "frames",
            Self::Updates => "updates",
            Self::StateVectors => "state vectors",
            Self::Awareness => "awareness",
        }
    }
}

/// A message to be sent.
#[derive(Clone, Debug)]
pub struct Mutant {
    /// The message.
    pub frame: Bytes,
    /// Whether nothing was made wrong: the room must take it.
    pub is_honest: bool,
}

/// The room as somebody knows it who is about to send something.
pub struct Moment<'a> {
    /// The board it began as.
    pub session: &'a Session,
    /// How many of its frames the room began with.
    pub at: usize,
    /// The room's document, encoded.
    pub state: &'a [u8],
    /// Which of the three is about to send something.
    pub who: usize,
}

impl Moment<'_> {
    /// What they send.
    pub fn mutant(&self, kind: Kind, rng: &mut Rng) -> Mutant {
        let is_honest = rng.u8(..20) == 0;
        let frame = match kind {
            Kind::Frames => self.frame(is_honest, rng),
            Kind::Updates => {
                let update = if is_honest { self.fresh(rng) } else { self.wrong_update(rng) };
                sync(1 + rng.u64(..2), &update)
            }
            Kind::StateVectors => sync(0, &self.question(is_honest, rng)),
            Kind::Awareness => presence(&self.presence(is_honest, rng)),
        };
        Mutant { frame: Bytes::from(frame), is_honest }
    }

    fn frame(&self, is_honest: bool, rng: &mut Rng) -> Vec<u8> {
        let mut frame = match rng.u8(..8) {
            0..=3 => sync(1 + rng.u64(..2), &self.fresh(rng)),
            4 => sync(0, &self.question(true, rng)),
            5 => presence(&self.presence(true, rng)),
            6 => vec![3],
            _ => vec![rng.u8(4..=127), rng.u8(..), rng.u8(..)],
        };
        if !is_honest {
            let donor = self.spoken(rng);
            for _ in 0..=rng.u8(..3) {
                bytes_wrong::change(&mut frame, &donor, rng);
            }
        }
        frame
    }

    /// Something of the board's own traffic, from around this moment.
    fn spoken(&self, rng: &mut Rng) -> Vec<u8> {
        let frames = &self.session.frames;
        let from = if rng.bool() { 0 } else { self.at.min(frames.len() - 1) };
        frames[rng.usize(from..frames.len())].frame.to_vec()
    }

    /// What this person may honestly write now.
    fn fresh(&self, rng: &mut Rng) -> Vec<u8> {
        writer::write(self.session.kind, self.state, self.own_client(rng), rng).unwrap_or_else(|| vec![0, 0])
    }

    fn own_client(&self, rng: &mut Rng) -> u64 {
        // Of one whose clock a mutant before has used up, nothing honest can come: it has 31 bits.
        let known = self.known();
        let is_used_up = |client| known.iter().any(|id| id.client == client && id.clock > 1 << 30);
        let own = self.session.clients[self.who].iter().copied();
        let own: Vec<u64> = own.filter(|client| !is_used_up(*client)).collect();
        if own.is_empty() || rng.u8(..4) == 0 { u64::from(rng.u32(..)) } else { own[rng.usize(..own.len())] }
    }

    fn wrong_update(&self, rng: &mut Rng) -> Vec<u8> {
        let base = match rng.u8(..10) {
            0 => writer::everything(self.state).unwrap_or_else(|| vec![0, 0]),
            1..=3 => self.spoken_update(rng),
            _ => self.fresh(rng),
        };
        let donor = self.spoken_update(rng);
        let how = rng.u8(..10);
        let mut bytes = if how < 7 { self.lie(&base, &donor, rng) } else { base };
        if how >= 5 {
            for _ in 0..=rng.u8(..3) {
                bytes_wrong::change(&mut bytes, &donor, rng);
            }
        }
        bytes
    }

    fn spoken_update(&self, rng: &mut Rng) -> Vec<u8> {
        for _ in 0..4 {
            if let Some(update) = honest::update_in(&self.spoken(rng)) {
                return update.to_vec();
            }
        }
        self.fresh(rng)
    }

    fn lie(&self, base: &[u8], donor: &[u8], rng: &mut Rng) -> Vec<u8> {
        let (Some(mut update), Some(donor)) = (Update::read(base), Update::read(donor)) else {
            return base.to_vec();
        };
        let known = self.known();
        let client = self.own_client(rng);
        let clock = known.iter().find(|id| id.client == client).map_or(0, |id| id.clock);
        let mut liar = Liar { rng, own: Id { client, clock }, known: &known, donor: &donor };
        for _ in 0..=liar.rng.u8(..3) {
            liar.change(&mut update);
        }
        update.write()
    }

    /// What the room has of each client.
    fn known(&self) -> Vec<Id> {
        let state = Update::read(self.state).unwrap_or_default();
        let end = |section: &crate::anatomy::Section| {
            section.blocks.iter().fold(section.clock, |clock, block| clock.saturating_add(block.length()))
        };
        state.sections.iter().map(|section| Id { client: section.client, clock: end(section) }).collect()
    }

    fn question(&self, is_honest: bool, rng: &mut Rng) -> Vec<u8> {
        let mut entries: Vec<(u64, u64)> = self.known().iter().map(|id| (id.client, id.clock)).collect();
        if rng.bool() {
            entries.truncate(rng.usize(..=entries.len()));
        }
        if !is_honest && rng.bool() {
            presence_wrong::state_vector(&mut entries, rng);
        }
        let mut bytes = Vec::new();
        put_number(&mut bytes, entries.len() as u64);
        for (client, clock) in entries {
            put_number(&mut bytes, client);
            put_number(&mut bytes, clock);
        }
        self.bytes_too(bytes, is_honest, rng)
    }

    fn presence(&self, is_honest: bool, rng: &mut Rng) -> Vec<u8> {
        let client = self.own_client(rng);
        let mut entries = vec![(client, u64::from(rng.u8(..)), br#"{"room":"canvas","cursor":null}"#.to_vec())];
        if let Some(spoken) = honest::presence_in(&self.spoken(rng)).and_then(read_presence) {
            entries.extend(spoken);
        }
        if !is_honest && rng.u8(..4) > 0 {
            presence_wrong::awareness(&mut entries, rng);
        }
        let mut bytes = Vec::new();
        put_number(&mut bytes, entries.len() as u64);
        for (client, clock, state) in entries {
            put_number(&mut bytes, client);
            put_number(&mut bytes, clock);
            put_buffer(&mut bytes, &state);
        }
        self.bytes_too(bytes, is_honest, rng)
    }

    fn bytes_too(&self, mut bytes: Vec<u8>, is_honest: bool, rng: &mut Rng) -> Vec<u8> {
        if !is_honest && rng.u8(..5) > 1 {
            let donor = self.spoken(rng);
            for _ in 0..=rng.u8(..3) {
                bytes_wrong::change(&mut bytes, &donor, rng);
            }
        }
        bytes
    }
}

/// The entries of an awareness message: id, clock, state.
pub fn read_presence(payload: &[u8]) -> Option<Vec<(u64, u64, Vec<u8>)>> {
    let mut reader = Reader::new(payload);
    let count = reader.number()?;
    (0..count).map(|_| Some((reader.number()?, reader.number()?, reader.buffer()?.to_vec()))).collect()
}

/// A sync message: 0 for a step 1, 1 for a step 2, 2 for an update.
pub fn sync(step: u64, payload: &[u8]) -> Vec<u8> {
    let mut frame = vec![0];
    put_number(&mut frame, step);
    put_buffer(&mut frame, payload);
    frame
}

/// An awareness message.
pub fn presence(payload: &[u8]) -> Vec<u8> {
    let mut frame = vec![1];
    put_buffer(&mut frame, payload);
    frame
}
