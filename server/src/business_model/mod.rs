//! The business model as a whole: the canvas that counts, and what it costs and brings.
//!
//! What is missing in it is said in one place ([`completeness`]). A lead puts it before the partners as it stands, and every
//! partner says for itself whether it can stand behind exactly that ([`crate::versions`]). What a partner keeps to itself is
//! in no version: those see all partners.

mod api;
mod completeness;
mod content;
mod error;
mod handlers;
mod proposing;
mod reading;

use utoipa_actix_web::service_config::ServiceConfig;

/// The addresses of this feature.
pub(crate) fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(handlers::business_model)
        .service(handlers::business_model_completeness)
        .service(handlers::business_model_draft)
        .service(handlers::propose_business_model)
        .service(handlers::business_model_version)
        .service(handlers::withdraw_business_model)
        .service(handlers::endorse_business_model)
        .service(handlers::reconsider_business_model);
}
