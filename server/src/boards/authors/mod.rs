//! Who wrote what stands on a board, word by word.
//!
//! Every piece of a Yjs text was written under a client id, and each of those belongs to the account that first wrote
//! under it: so the document itself tells it, also of words that moved in their text when others wrote before them.

mod api;
mod handlers;
mod runs;

pub(super) use self::handlers::authors;
