//! What a peer knows of a board, and how each frame changes that. No sockets here.

use std::collections::BTreeMap;

use serde_json::Value;
use yrs::types::ToJson as _;
use yrs::updates::decoder::Decode as _;
use yrs::updates::encoder::Encode as _;
use yrs::{ClientID, Doc, GetString as _, ReadTxn as _, StateVector, Transact as _, TransactionMut, Update};

use crate::Frame;

/// What a peer knows of the board at one moment.
#[derive(Debug)]
pub struct Seen {
    doc: Doc,
    synced: bool,
    sent: u64,
    acknowledged: u64,
    step1s: u64,
    answers: u64,
    people: BTreeMap<u64, (u32, Value)>,
    clock: u32,
    closed: Option<Closed>,
}

/// How a connection ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closed {
    /// The close code; 1006 when the connection broke without one.
    pub code: u16,
    /// Why, in words.
    pub reason: String,
}

impl Seen {
    /// Nothing yet but what `doc` holds already.
    pub fn new(doc: Doc) -> Self {
        Self {
            doc,
            synced: false,
            sent: 0,
            acknowledged: 0,
            step1s: 0,
            answers: 0,
            people: BTreeMap::new(),
            clock: 0,
            closed: None,
        }
    }

    /// The document's client id.
    pub fn client(&self) -> u64 {
        self.doc.client_id().get()
    }

    /// The document itself, to go on with on another connection.
    pub fn doc(&self) -> Doc {
        self.doc.clone()
    }

    /// Whether all that the server had has arrived.
    pub fn synced(&self) -> bool {
        self.synced
    }

    /// A plain text.
    pub fn text(&self, root: &str) -> String {
        let transaction = self.doc.transact();
        transaction.get_text(root).map(|text| text.get_string(&transaction)).unwrap_or_default()
    }

    /// A rich text, as XML.
    pub fn xml(&self, root: &str) -> String {
        let transaction = self.doc.transact();
        transaction.get_xml_fragment(root).map(|fragment| fragment.get_string(&transaction)).unwrap_or_default()
    }

    /// A map, with everything in it.
    pub fn map(&self, root: &str) -> Value {
        let transaction = self.doc.transact();
        let json = transaction.get_map(root).map(|map| map.to_json(&transaction));
        json.map(|any| serde_json::to_value(any).expect("a document is JSON")).unwrap_or_default()
    }

    /// Everybody who was ever there, by client id: the clock, and the state or null.
    pub fn people(&self) -> &BTreeMap<u64, (u32, Value)> {
        &self.people
    }

    /// How many step-2 and update frames this peer sent.
    pub fn sent(&self) -> u64 {
        self.sent
    }

    /// How many of them the server says are durable.
    pub fn acknowledged(&self) -> u64 {
        self.acknowledged
    }

    /// How often the server asked what this peer has.
    pub fn step1s(&self) -> u64 {
        self.step1s
    }

    /// How often the server said what this peer lacks.
    pub fn answers(&self) -> u64 {
        self.answers
    }

    /// How the connection ended, once it has.
    pub fn closed(&self) -> Option<&Closed> {
        self.closed.as_ref()
    }

    /// The state vector: what this peer has.
    pub fn state(&self) -> Vec<u8> {
        self.doc.transact().state_vector().encode_v1()
    }

    /// The clock that comes next from a client.
    pub fn clock_of(&self, client: u64) -> u32 {
        self.doc.transact().state_vector().get(&ClientID::new(client))
    }

    /// Everything in the document, as an update.
    pub fn everything(&self) -> Vec<u8> {
        self.doc.transact().encode_state_as_update_v1(&StateVector::default())
    }

    /// Writes into the document, and gives the update.
    pub fn write<T>(&self, write: impl FnOnce(&mut TransactionMut<'_>) -> T) -> (T, Vec<u8>) {
        let mut transaction = self.doc.transact_mut();
        let result = write(&mut transaction);
        transaction.commit();
        (result, transaction.encode_update_v1())
    }

    /// The next clock of the own presence.
    pub(crate) fn tick(&mut self) -> u32 {
        self.clock += 1;
        self.clock
    }

    /// Counts a frame that goes out.
    pub(crate) fn count(&mut self, frame: &Frame) {
        if matches!(frame, Frame::Step2(_) | Frame::Update(_)) {
            self.sent += 1;
        }
    }

    /// Takes in a frame, and gives what is to be answered.
    pub fn take(&mut self, frame: Frame) -> Option<Frame> {
        match frame {
            Frame::Step1(state) => {
                self.step1s += 1;
                let state = StateVector::decode_v1(&state).expect("a state vector");
                return Some(Frame::Step2(self.doc.transact().encode_state_as_update_v1(&state)));
            }
            Frame::Step2(update) => {
                self.apply(&update);
                self.synced = true;
                self.answers += 1;
            }
            Frame::Update(update) => self.apply(&update),
            Frame::Awareness(entries) => self.meet(entries),
            Frame::QueryAwareness => {}
            Frame::Saved(number) => {
                assert!(number >= self.acknowledged, "acknowledgements only rise");
                assert!(number <= self.sent, "{number} acknowledged of {} sent", self.sent);
                self.acknowledged = number;
            }
        }
        None
    }

    /// Notes how the connection ended.
    pub(crate) fn close(&mut self, closed: Closed) {
        self.closed = Some(closed);
    }

    fn apply(&mut self, update: &[u8]) {
        let update = Update::decode_v1(update).expect("the server sends valid updates");
        let mut transaction = self.doc.transact_mut();
        transaction.apply_update(update).expect("the server sends updates that apply");
        transaction.commit();
        assert!(!transaction.has_missing_updates(), "the server sends nothing that hangs on what it did not send");
    }

    /// As y-protocols does: a state whose clock is not newer is old news, except a goodbye.
    fn meet(&mut self, entries: Vec<(u64, u32, String)>) {
        for (client, clock, state) in entries {
            let state: Value = serde_json::from_str(&state).expect("a state is JSON");
            let known = self.people.get(&client).map(|(clock, _)| *clock);
            if known.is_none_or(|known| known < clock) || (known == Some(clock) && state.is_null()) {
                self.people.insert(client, (clock, state));
            }
        }
    }
}
