//! Edits by JSON: what the web does on the boards, for programs that know no Yjs.
//!
//! An edit is made on a copy of the document ([`draft`]) and then goes through the room like anybody's update: checked,
//! committed, shown to everybody, and only then answered. So it merges with what people write at the same moment. A text
//! is changed by what differs, never set anew; keys, types and places are those that the web writes.

mod ambition;
mod api;
mod cards;
mod draft;
mod entries;
mod error;
mod fractional;
mod handlers;
mod ordering;
mod putting;
mod reading;
mod roles;
mod text;
mod values;

pub(super) use self::api::Saved;
pub(super) use self::cards::{NewCard, add as add_cards};
pub(super) use self::draft::{Desk, blank};
pub(super) use self::entries::set;
pub(super) use self::error::EditError;
pub use self::putting::{CardToPut, PutError, put_cards};
pub(super) use self::reading::{LONGEST_CARD, Reading, block, id, partner, text};
pub(super) use self::text::{rewrite, rewrite_letters};
use utoipa_actix_web::service_config::ServiceConfig;

/// The edits' routes.
pub(super) fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(handlers::add_note)
        .service(handlers::change_note)
        .service(handlers::remove_note)
        .service(handlers::add_role)
        .service(handlers::change_role)
        .service(handlers::remove_role)
        .configure(values::routes)
        .service(handlers::set_headline)
        .service(handlers::set_statement)
        .service(handlers::set_horizon);
}
