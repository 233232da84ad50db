//! Canvases: variants of the business model, to be held beside one another. One of them counts: it is what the partners are
//! asked to stand behind, and what the other pages look at.
//!
//! A variant is a board like any other, with its own room, history and bin. None is ever deleted: one that is not wanted any
//! more is put away.

mod api;
mod error;
mod handlers;
mod keeping;
mod reading;
mod store;

use utoipa_actix_web::service_config::ServiceConfig;

/// The addresses of canvases.
pub(super) fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(handlers::canvases)
        .service(handlers::make_canvas)
        .service(handlers::choose_canvas)
        .service(handlers::rename_canvas)
        .service(handlers::put_canvas_away);
}
