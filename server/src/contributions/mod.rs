//! Give and take: what each partner brings and what it comes to get, for whom or from whom.
//!
//! Partners depend on each other, and a map of that makes it plain. A partner says it for itself; the partner that it
//! names says whether it is so, and with that it is *met*. What is sought and not met is a need that nobody fills yet; what
//! is brought and not met is something that nobody uses. Whoever changes the words or names another partner begins anew:
//! what somebody said yes to is these words and no others.

mod api;
mod confirming;
mod error;
mod handlers;
mod keeping;
mod reading;
mod store;
mod telling;

use utoipa_actix_web::service_config::ServiceConfig;

/// The addresses of this feature.
pub(crate) fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(handlers::contributions)
        .service(handlers::add_contribution)
        .service(handlers::put_contribution)
        .service(handlers::remove_contribution)
        .service(handlers::confirm_contribution)
        .service(handlers::take_confirmation_back);
}
