//! Writing together, live.

mod doors;
mod endings;
mod floods;
mod killers;
mod presence;
mod raw;
mod refusals;
mod writing;

use tests::Peer;

/// Opens a board for several people at once.
async fn join_all(people: &[&tests::Person], board: &str) -> Vec<Peer> {
    futures_util::future::join_all(people.iter().map(|person| Peer::join(person, board))).await
}
