//! Comments: what people say about a card, a role or a passage of a text, where the others see it.
//!
//! A *thread* hangs on one thing on a board and begins with a comment; others answer. It keeps what stood there when it
//! was said, its *quote*, so that it still tells what it was about when the thing itself is gone. A card or a role is
//! named by its key, and the thread is *lost* while the board does not have that; who undoes or restores brings both
//! back together. A passage is named by two Yjs relative positions that the page made. The server keeps them as they
//! are and does not read them: where they lead, and whether they still lead anywhere, the page finds out.
//!
//! What was said is its author's: nobody else changes or deletes it. A comment that is deleted while something follows
//! it leaves a place without words; the last one goes altogether, and with the only one its thread. Anybody who may
//! comment resolves a thread and opens it again, because it is as much everybody's as the board is. Who answers in a
//! resolved thread opens it again: it was not finished after all. What somebody said stays under their name when they
//! leave.
//!
//! Whatever is done with a thread is done under a lock on its row, so of two who resolve it at once the second finds
//! it resolved, and all is told once.

mod anchor;
mod api;
mod error;
mod handlers;
mod own;
mod personal;
mod reading;
mod saying;
mod settling;
mod store;
mod telling;
mod words;

use utoipa_actix_web::service_config::ServiceConfig;

/// The addresses of this feature.
pub(crate) fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(handlers::threads)
        .service(handlers::begin_thread)
        .service(handlers::read_thread)
        .service(handlers::answer)
        .service(handlers::change_comment)
        .service(handlers::delete_comment)
        .service(handlers::resolve)
        .service(handlers::reopen);
}
