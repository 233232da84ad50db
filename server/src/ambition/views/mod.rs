//! Views: how each partner sees the challenge, what it does about it already and how urgent it finds it, side by side.
//!
//! A partner writes its own and nobody else's. In what views touch anybody who takes part may mark: it is the source to
//! write a shared ambition from.

mod api;
mod handlers;
mod keeping;
mod marking;
mod reading;
mod store;

use utoipa_actix_web::service_config::ServiceConfig;

/// The addresses of views.
pub(super) fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(handlers::views)
        .service(handlers::put_own_view)
        .service(handlers::mark_overlap)
        .service(handlers::unmark_overlap);
}
