//! Home: what waits for somebody, over all the partnerships they are in.
//!
//! A *turn* is something that waits for one person, with the one thing to do about it. Each feature knows what waits in
//! it and says so from whom it waits for; they come together in [`waiting`], the one place where a new kind is added.

mod api;
mod handlers;
mod waiting;

use utoipa_actix_web::service_config::ServiceConfig;

/// The addresses of this feature.
pub(crate) fn routes(config: &mut ServiceConfig<'_>) {
    config.service(handlers::turns);
}
