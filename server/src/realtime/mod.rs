//! Rooms: where people write on one document at the same time, and nobody ever sees an edit that can be lost.
//!
//! An update is checked, applied to the room's document, committed to the log, and only then broadcast and
//! acknowledged. While a batch is being committed the room applies nothing: what arrives waits and goes together.
//!
//! Read in this order:
//!
//! - [`protocol`]: the y-websocket wire format, read without trusting a number in it;
//! - [`gate`]: what no message gets past that could harm the document, the process or a browser;
//! - [`document`]: a Yjs document that survives a hostile update;
//! - [`presence`]: who is here, and under whose name;
//! - [`batch`]: what was written while a room was busy, and [`answer`]: what is said about it to whoever has no connection;
//! - [`room`]: the rules, as a state machine without sockets, database or time of its own;
//! - [`log`]: the log of updates, and the one writer that commits for all rooms together;
//! - [`loading`] and [`past`]: from a log to a document, as it is and as it was;
//! - [`checkpoint`] and [`outline`]: a document kept whole, once it is known to say the same;
//! - [`rooms`] and [`host`]: the rooms that are open, and the task that runs one;
//! - [`outbox`] and [`socket`]: one connection;
//! - [`feed`] and [`bells`]: a connection that only listens, and what wakes it;
//! - [`figures`]: what is counted and timed of all this.
//!
//! Nothing here knows SQL, HTTP sign-in, or what a board means: the log's store, the vocabulary of a document
//! and the name of a visitor are handed in.

mod answer;
mod batch;
mod bells;
mod checkpoint;
mod close;
mod document;
mod feed;
mod figures;
mod gate;
mod host;
mod loading;
mod log;
mod outbox;
mod outline;
mod past;
mod presence;
mod protocol;
mod room;
mod rooms;
mod socket;
mod turns;

pub use answer::WriteError;
pub use bells::{Bell, Bells};
pub use close::Close;
pub use document::Document;
pub use feed::{Listener, Source, serve_feed};
pub use figures::{Queues, keep_up};
pub use gate::{BadDeclaration, Declaration, RootType, Vocabulary};
pub use log::{Append, Appended, LogStore, Part, Row, Snapshot, StoreError, StoredLog};
pub use past::PastError;
pub use room::Visitor;
#[doc(hidden)]
pub use room::trial;
pub use rooms::{ReadError, Revocations, Rooms};
pub use socket::{Visit, serve};
pub use turns::{Turn, Turns};
