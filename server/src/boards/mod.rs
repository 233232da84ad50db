//! Boards: the documents that a partnership writes together. Each belongs to one partnership and has a kind; each has
//! one room, in which everybody who is at it sees the same.
//!
//! The log of a board is the truth about it ([`log_store`]). What a board says ([`content`]) is read out of its
//! document, as it is now or as it was; who wrote when ([`history`]), out of the log.

mod anchored;
mod api;
mod authors;
mod bin;
mod blocks;
mod canvases;
mod check;
mod content;
mod current;
mod described;
mod edits;
mod export;
mod handlers;
mod history;
mod import;
mod kind;
mod library;
mod live;
mod log_store;
mod passages;
mod past;
mod piece;
mod projection;
mod restoring;
mod revocation;
mod rich_text;
mod standing;
mod store;
mod written;

pub use anchored::{AnchoredPassage, quote};
pub use blocks::block_ids;
pub use check::{Checked, Damage, DamageKind, check};
pub use current::CurrentError;
pub use described::{DescribedRole, DescribedRoles, DescribedValue, ValuePlace, described_roles, described_value};
pub use edits::{CardToPut, PutError, put_cards};
pub use kind::{Kind, VOCABULARY_VERSION};
pub use log_store::{BoardLog, append_to_log};
pub use projection::{ProjectionError, project, project_changes};
pub use revocation::watch as watch_connections;
pub use standing::{Standing, standing};
pub use store::{Board, board as board_of, create_board, create_boards};
use utoipa_actix_web::service_config::ServiceConfig;
pub use written::{
    WrittenAmbition, WrittenCanvas, WrittenCard, WrittenError, ambition_after, ambition_now, canvas_now,
    cards_of_block,
};

/// The boards' routes.
pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(handlers::boards)
        .service(handlers::board_content)
        .service(bin::handlers::bin)
        .service(bin::handlers::restore_from_bin)
        .service(history::timeline)
        .service(authors::authors)
        .service(restoring::restore_board)
        .service(live::live_connection)
        .configure(canvases::routes)
        .configure(edits::routes)
        .configure(import::routes)
        .configure(export::routes);
}
