//! Versions of the ambition: its words as they stood on the board after one row of its log, which every partner is asked
//! to stand behind ([`crate::versions`]).

mod api;
mod before_partners;
mod handlers;
mod proposing;
mod reading;
mod words;

use utoipa_actix_web::service_config::ServiceConfig;

pub(super) use self::before_partners::{Put, put_before_partners};

/// The addresses of versions.
pub(super) fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(handlers::ambition)
        .service(handlers::propose_version)
        .service(handlers::ambition_version)
        .service(handlers::withdraw_version)
        .service(handlers::endorse_version)
        .service(handlers::reconsider_version);
}
