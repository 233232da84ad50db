//! Silent brainstorms: for some minutes everybody writes for themselves, and then all cards appear together.
//!
//! In a live canvas the quickest and the highest in rank fill it, and others follow. So what people write here is a record
//! that nobody but they themselves can read, count or guess, until whoever began it or leads reveals it; then all of it
//! comes to stand on the canvas at once, in the names of those who wrote it and in an order that says nothing of who was
//! first. Until then others learn how many people wrote something and how many say that they are done, and no more. The
//! timer is one for all, and pushes nobody out.

mod api;
mod beginning;
mod error;
mod handlers;
mod own;
mod reading;
mod revealing;
mod store;
mod telling;

use utoipa_actix_web::service_config::ServiceConfig;

/// The addresses of this feature.
pub(crate) fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(handlers::brainstorms)
        .service(handlers::begin_brainstorm)
        .service(handlers::time_brainstorm)
        .service(handlers::reveal_brainstorm)
        .service(handlers::stop_brainstorm)
        .service(handlers::add_brainstorm_card)
        .service(handlers::change_brainstorm_card)
        .service(handlers::remove_brainstorm_card)
        .service(handlers::finish_brainstorm_cards);
}
