//! Phases: how a partnership gets from a first signal to what lasts.
//!
//! There are seven. What belongs to each is *evidence* that is worked out from what really happened; what has no room in
//! the product yet says so and stands in nobody's way. A lead moves on when the evidence is there, or with a reason that
//! everybody sees; going back is normal and needs none. Each partner may say how far it is with a phase.

mod api;
mod error;
mod evidence;
mod handlers;
mod moving;
mod phase;
mod readiness;
mod reading;
mod store;

use utoipa_actix_web::service_config::ServiceConfig;

/// The addresses of phases.
pub(crate) fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(handlers::phases)
        .service(handlers::move_phase)
        .service(handlers::say_readiness)
        .service(handlers::take_readiness_back);
}
