//! What honest people sent: the corpus that mutants are made of.
//!
//! Each file of `honest/` is one board from its beginning, by three people who write with the web's own code
//! (`tests/differential` makes them): a line with its kind, and a line for each frame, with who sent it.

use std::collections::BTreeSet;
use std::path::PathBuf;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use samenspel::boards::Kind;
use samenspel::realtime::Row;
use samenspel::realtime::trial::{Outcome, Trial};
use serde::Deserialize;
use uuid::Uuid;

use crate::anatomy::{Update, is_same_document};
use crate::lib0::Reader;

/// How many people write on each board of the corpus.
pub const PEOPLE: usize = 3;

/// A board from its beginning.
#[derive(Debug)]
pub struct Session {
    /// What it is.
    pub kind: Kind,
    /// Who sent what, in the order in which it arrived.
    pub frames: Vec<Spoken>,
    /// After so many frames, the log was so many rows long.
    moments: Vec<usize>,
    log: Vec<Row>,
    /// The client ids of each person.
    pub clients: [BTreeSet<u64>; PEOPLE],
}

/// A frame and who sent it.
#[derive(Clone, Debug)]
pub struct Spoken {
    /// From 0 to 2.
    pub who: usize,
    /// The whole message.
    pub frame: Bytes,
}

/// The account of a person of the corpus.
pub fn account(who: usize) -> Uuid {
    Uuid::from_u128(who as u128 + 1)
}

/// All boards of the corpus.
///
/// # Panics
/// When a file is none of the corpus, or the room does not take what honest people sent.
pub fn sessions() -> Vec<Session> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/honest");
    let files = std::fs::read_dir(folder).expect(folder);
    let mut files: Vec<_> = files.map(|file| file.expect(folder).path()).collect();
    files.sort();
    let read =
        |file: &PathBuf| Session::read(&file.display().to_string(), &std::fs::read_to_string(file).expect(folder));
    files.iter().map(read).collect()
}

#[derive(Deserialize)]
struct Head {
    kind: String,
}

#[derive(Deserialize)]
struct Line {
    who: usize,
    frame: String,
}

impl Session {
    fn read(name: &str, text: &str) -> Self {
        let mut lines = text.lines();
        let head: Head = lines.next().and_then(|line| serde_json::from_str(line).ok()).expect(name);
        let kind = Kind::from_id(&head.kind).expect(name);
        let frames = lines.map(|line| {
            let line: Line = serde_json::from_str(line).expect(name);
            Spoken { who: line.who, frame: Bytes::from(STANDARD.decode(line.frame).expect(name)) }
        });
        let mut session = Self {
            kind,
            frames: frames.collect(),
            moments: Vec::new(),
            log: Vec::new(),
            clients: Default::default(),
        };
        session.play(name);
        session
    }

    /// Hears all of it once, and remembers how the log grew.
    fn play(&mut self, name: &str) {
        let mut trial = Trial::open(self.kind.vocabulary(), Vec::new()).expect("an empty log can be loaded");
        let connections: [_; PEOPLE] = std::array::from_fn(|who| trial.join(account(who)));
        for (number, Spoken { who, frame }) in self.frames.iter().enumerate() {
            self.moments.push(trial.log().len());
            let outcome = trial.hear(connections[*who], frame.clone());
            assert!(
                matches!(outcome, Outcome::Taken | Outcome::Heard),
                "{name}: frame {number} is honest, and {outcome:?}"
            );
            if let Some(update) = update_in(frame).and_then(Update::read) {
                // What others wrote comes back in a step 2; a client belongs to whoever sent it first.
                for section in update.sections {
                    if !self.clients.iter().any(|clients| clients.contains(&section.client)) {
                        self.clients[*who].insert(section.client);
                    }
                }
            }
        }
        let state = trial.state().expect(name);
        for next in [trial.after_restart(), trial.after_snapshot()] {
            assert!(is_same_document(&next.expect(name), &state), "{name}: another document comes back");
        }
        self.log = trial.log().to_vec();
    }

    /// The log as it was before frame `moment`.
    pub fn log_before(&self, moment: usize) -> Vec<Row> {
        self.log[..self.moments[moment]].to_vec()
    }
}

/// The update in a step 2 or update message.
pub fn update_in(frame: &[u8]) -> Option<&[u8]> {
    let mut reader = Reader::new(frame);
    (reader.number()? == 0 && matches!(reader.number()?, 1 | 2)).then(|| reader.buffer())?
}

/// The state vector in a step 1.
pub fn question_in(frame: &[u8]) -> Option<&[u8]> {
    let mut reader = Reader::new(frame);
    (reader.number()? == 0 && reader.number()? == 0).then(|| reader.buffer())?
}

/// The entries in an awareness message.
pub fn presence_in(frame: &[u8]) -> Option<&[u8]> {
    let mut reader = Reader::new(frame);
    (reader.number()? == 1).then(|| reader.buffer())?
}
