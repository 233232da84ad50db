//! Successes: what went well, and what each partner did for it, so that it is seen and celebrated together.

mod api;
mod changing;
mod handlers;
mod reading;
mod store;

use utoipa_actix_web::service_config::ServiceConfig;

/// The addresses of successes.
pub(super) fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(handlers::list_successes)
        .service(handlers::record_success)
        .service(handlers::change_success)
        .service(handlers::remove_success);
}
