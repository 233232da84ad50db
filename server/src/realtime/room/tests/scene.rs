//! A room with a log in memory, and people who write in it.

use std::collections::BTreeMap;
use std::time::Instant;

use bytes::Bytes;
use chrono::{DateTime, Utc};
use serde_json::json;
use uuid::Uuid;
use yrs::updates::decoder::Decode as _;
use yrs::{Doc, GetString as _, ReadTxn as _, StateVector, Text as _, Transact as _, Update};

use crate::realtime::close::Close;
use crate::realtime::document::Document;
use crate::realtime::gate::samples;
use crate::realtime::log::{Appended, Row};
use crate::realtime::presence::ConnectionId;
use crate::realtime::protocol;
use crate::realtime::room::{Effect, Input, Room, Visitor};

/// A room with a log in memory and people at it.
pub(super) struct Scene {
    pub(super) room: Room,
    pub(super) log: Vec<Row>,
    pub(super) now: DateTime<Utc>,
    pub(super) sent: BTreeMap<ConnectionId, Vec<Bytes>>,
    pub(super) closed: BTreeMap<ConnectionId, Close>,
    /// When the next message comes in.
    pub(super) received: Instant,
    /// When the messages came in that are acknowledged.
    pub(super) acknowledged: Vec<Instant>,
    /// The append or reload that the room waits for.
    pub(super) errand: Option<Effect>,
}

impl Scene {
    pub(super) fn new() -> Self {
        Self {
            room: Room::new(Document::empty(samples::one_text()), 0),
            log: Vec::new(),
            now: DateTime::from_timestamp(1_795_000_000, 0).unwrap(),
            sent: BTreeMap::new(),
            closed: BTreeMap::new(),
            received: Instant::now(),
            acknowledged: Vec::new(),
            errand: None,
        }
    }

    pub(super) fn handle(&mut self, input: Input) {
        for effect in self.room.handle(input, self.now) {
            match effect {
                Effect::Send { connection, frame } => self.sent.entry(connection).or_default().push(frame),
                Effect::Close { connection, close } => drop(self.closed.entry(connection).or_insert(close)),
                Effect::Acknowledged { received } => self.acknowledged.extend(received),
                errand => assert!(self.errand.replace(errand).is_none(), "one errand at a time"),
            }
        }
    }

    pub(super) fn join(&mut self, connection: ConnectionId, author: u128, may_write: bool) {
        let visitor = Visitor {
            author: Uuid::from_u128(author),
            stamp: json!({"id": author.to_string()}),
            may_write,
            wants_saved: true,
        };
        self.handle(Input::Join { connection, visitor });
    }

    pub(super) fn frame(&mut self, connection: ConnectionId, frame: Bytes) {
        self.handle(Input::Frame { connection, frame, received: self.received });
    }

    pub(super) fn update(&mut self, connection: ConnectionId, update: &Bytes) {
        self.frame(connection, protocol::update(update));
    }

    /// Lets the log answer until the room wants nothing more of it.
    pub(super) fn settle(&mut self) {
        while self.errand.is_some() {
            self.answer();
        }
    }

    /// Lets the log answer once.
    pub(super) fn answer(&mut self) {
        match self.errand.take().unwrap() {
            Effect::Append { after, rows } => {
                assert_eq!(after, self.seq());
                self.log.extend(rows);
                self.handle(Input::Appended(Ok(Appended::Stored { seq: self.seq() })));
            }
            Effect::Reload => {
                let document = Document::load(samples::one_text(), &self.log).unwrap();
                self.handle(Input::Loaded { document, seq: self.seq() });
            }
            other => panic!("{other:?}"),
        }
    }

    pub(super) fn seq(&self) -> i64 {
        i64::try_from(self.log.len()).unwrap()
    }

    /// What `connection` was sent since it was last asked.
    pub(super) fn heard(&mut self, connection: ConnectionId) -> Vec<Bytes> {
        self.sent.remove(&connection).unwrap_or_default()
    }

    pub(super) fn hears(&mut self, connection: ConnectionId, frame: &Bytes) -> bool {
        self.heard(connection).contains(frame)
    }

    pub(super) fn stored_text(&self) -> String {
        text(Document::load(samples::one_text(), &self.log).unwrap().doc())
    }
}

pub(super) fn text(doc: &Doc) -> String {
    let root = doc.get_or_insert_text("text");
    root.get_string(&doc.transact())
}

/// A writer's own document: each word typed gives the update that is sent for it.
pub(super) struct Writer(pub(super) Doc);

impl Writer {
    pub(super) fn new(client: u64) -> Self {
        Self(Doc::with_client_id(client))
    }

    pub(super) fn types(&self, word: &str) -> Bytes {
        let root = self.0.get_or_insert_text("text");
        let mut transaction = self.0.transact_mut();
        root.push(&mut transaction, word);
        Bytes::from(transaction.encode_update_v1())
    }

    pub(super) fn everything(&self) -> Bytes {
        Bytes::from(self.0.transact().encode_diff_v1(&StateVector::default()))
    }

    pub(super) fn hears(&self, update: &Bytes) {
        self.0.transact_mut().apply_update(Update::decode_v1(update).unwrap()).unwrap();
    }
}
