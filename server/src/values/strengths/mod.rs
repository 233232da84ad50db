//! Strengths: how strongly each partner holds each common value, from 0 to 4.
//!
//! Whoever acts for a partner says it for that partner, and for no other. A value must stand on the board to be weighed;
//! one that leaves it keeps what was said of it, because undo and the bin bring it back.

mod api;
mod handlers;
mod reading;
mod store;
mod weighing;

use utoipa_actix_web::service_config::ServiceConfig;

/// The addresses of strengths.
pub(super) fn routes(config: &mut ServiceConfig<'_>) {
    config.service(handlers::strengths).service(handlers::weigh).service(handlers::take_back);
}
