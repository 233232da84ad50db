//! Somebody who writes on a board: a Yjs document over a WebSocket, as the npm provider `y-websocket` would have it.

use std::sync::{Arc, Mutex, MutexGuard};

use futures_util::stream::{SplitSink, SplitStream};
use futures_util::{SinkExt as _, StreamExt as _};
use serde_json::Value;
use tokio::net::TcpStream;
use tokio::sync::{mpsc, watch};
use tokio::task::JoinHandle;
use tokio_tungstenite::tungstenite::{self, Message};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream};
use yrs::{Doc, TransactionMut};

use crate::seen::Closed;
use crate::{DEADLINE, Frame, Pass, Person, Seen, writing};

type Socket = WebSocketStream<MaybeTlsStream<TcpStream>>;

/// A document that follows a board, and writes on it.
#[derive(Debug)]
pub struct Peer {
    seen: Arc<Mutex<Seen>>,
    changed: watch::Receiver<()>,
    outgoing: mpsc::UnboundedSender<Message>,
    tasks: [JoinHandle<()>; 2],
}

/// The HTTP status with which a connection was refused before it became one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused(pub u16);

impl Peer {
    /// Opens a board and waits until all of it has arrived.
    pub async fn join(person: &Person, board: &str) -> Self {
        let peer = Self::open(&Pass::of(person), board).await.expect("the board can be opened");
        peer.until("the board has arrived", Seen::synced).await;
        peer
    }

    /// Opens a board, or what looks like one.
    pub async fn open(pass: &Pass, board: &str) -> Result<Self, Refused> {
        Self::open_with(pass, board, writing::new_document()).await
    }

    /// Opens a board with a document that has something in it already, as after work without a connection.
    pub async fn open_with(pass: &Pass, board: &str, doc: Doc) -> Result<Self, Refused> {
        let socket = match tokio_tungstenite::connect_async(pass.request(board)).await {
            Ok((socket, _)) => socket,
            Err(tungstenite::Error::Http(response)) => return Err(Refused(response.status().as_u16())),
            Err(error) => panic!("the server cannot be reached: {error}"),
        };
        let (sink, stream) = socket.split();
        let (outgoing, to_send) = mpsc::unbounded_channel();
        let (change, changed) = watch::channel(());
        let seen = Arc::new(Mutex::new(Seen::new(doc)));
        let reader = Reader { seen: seen.clone(), change, answers: outgoing.clone() };
        let tasks = [tokio::spawn(write(sink, to_send)), tokio::spawn(reader.run(stream))];
        let peer = Self { seen, changed, outgoing, tasks };
        let state = peer.seen().state();
        peer.send(&Frame::Step1(state));
        Ok(peer)
    }

    /// Waits until `condition` holds of what this peer sees; fails at the deadline, saying what was waited for.
    pub async fn until(&self, what: &str, condition: impl Fn(&Seen) -> bool) {
        let mut changed = self.changed.clone();
        let waiting = changed.wait_for(|()| condition(&self.seen()));
        let _ = tokio::time::timeout(DEADLINE, waiting).await;
        let seen = self.seen();
        assert!(condition(&seen), "not in time: {what}; this is what was seen: {seen:#?}");
    }

    /// Waits until everything this peer sent is acknowledged.
    pub async fn saved(&self) {
        self.until("everything is acknowledged", |seen| seen.acknowledged() == seen.sent()).await;
    }

    /// Waits until the server closes the connection.
    pub async fn closed(&self) -> Closed {
        self.until("the connection is closed", |seen| seen.closed().is_some()).await;
        self.seen().closed().cloned().expect("just seen")
    }

    /// Waits until the server has dealt with everything sent so far, by asking what it must answer in order.
    pub async fn answered(&self) {
        let before = self.ask();
        self.until("the server answers", |seen| seen.answers() > before).await;
    }

    /// Asks what it lacks, which the server answers after everything that was sent before; gives how often it
    /// answered until now.
    pub fn ask(&self) -> u64 {
        let state = self.seen().state();
        self.send(&Frame::Step1(state));
        self.seen().answers()
    }

    /// Writes something and sends it; gives its number among the frames that are acknowledged.
    pub fn edit(&self, write: impl FnOnce(&mut TransactionMut<'_>)) -> u64 {
        let ((), update) = self.seen().write(write);
        self.send(&Frame::Update(update))
    }

    /// Adds words to the end of a plain text.
    pub fn push(&self, root: &str, words: &str) {
        self.edit(|transaction| writing::push(transaction, root, words));
    }

    /// Says where one is, or by null that one is gone.
    pub fn announce(&self, state: &Value) {
        let (client, clock) = {
            let mut seen = self.seen();
            (seen.client(), seen.tick())
        };
        self.announce_as(client, clock, state);
    }

    /// Says something about the presence of any client.
    pub fn announce_as(&self, client: u64, clock: u32, state: &Value) {
        self.send(&Frame::Awareness(vec![(client, clock, state.to_string())]));
    }

    /// Sends a frame; gives how many that are acknowledged were sent with it.
    pub fn send(&self, frame: &Frame) -> u64 {
        // Counting and sending are one step, or an answer of the reader's could come between.
        let mut seen = self.seen();
        seen.count(frame);
        self.send_bytes(frame.encode());
        seen.sent()
    }

    /// Sends whatever bytes.
    pub fn send_bytes(&self, bytes: Vec<u8>) {
        // That the connection is gone shows in `closed`.
        let _ = self.outgoing.send(Message::binary(bytes));
    }

    /// Reads nothing any more, and stays.
    pub fn stop_reading(&self) {
        self.tasks[1].abort();
    }

    /// Leaves in good order.
    pub async fn leave(self) {
        let _ = self.outgoing.send(Message::Close(None));
        self.closed().await;
    }

    /// What this peer sees now.
    pub fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().expect("what the server sent could be read")
    }
}

impl Drop for Peer {
    /// The connection goes without a word, as when a laptop is shut.
    fn drop(&mut self) {
        for task in &self.tasks {
            task.abort();
        }
    }
}

async fn write(mut sink: SplitSink<Socket, Message>, mut to_send: mpsc::UnboundedReceiver<Message>) {
    while let Some(message) = to_send.recv().await {
        if sink.send(message).await.is_err() {
            return;
        }
    }
}

struct Reader {
    seen: Arc<Mutex<Seen>>,
    change: watch::Sender<()>,
    answers: mpsc::UnboundedSender<Message>,
}

impl Reader {
    async fn run(self, mut stream: SplitStream<Socket>) {
        while let Some(Ok(message)) = stream.next().await {
            match message {
                Message::Binary(bytes) => self.read(&bytes),
                Message::Close(Some(frame)) => self.close(frame.code.into(), &frame.reason),
                Message::Close(None) => self.close(1005, ""),
                _ => {}
            }
        }
        self.close(1006, "the connection broke");
    }

    /// Notes the end; what is said first counts.
    fn close(&self, code: u16, reason: &str) {
        let mut seen = self.seen.lock().expect("unpoisoned");
        if seen.closed().is_none() {
            seen.close(Closed { code, reason: reason.to_owned() });
        }
        drop(seen);
        self.change.send_replace(());
    }

    fn read(&self, bytes: &[u8]) {
        let frame = Frame::decode(bytes).expect("the server speaks the protocol");
        let mut seen = self.seen.lock().expect("unpoisoned");
        if let Some(answer) = seen.take(frame) {
            seen.count(&answer);
            let _ = self.answers.send(Message::binary(answer.encode()));
        }
        drop(seen);
        self.change.send_replace(());
    }
}
