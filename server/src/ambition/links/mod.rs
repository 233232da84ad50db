//! Links by which people outside a partnership read its ambition: to convince colleagues.
//!
//! By one they read the version that the partners share, or else the one that is before them, and nothing else. How links
//! are made and end is said in [`crate::share_links`].

mod api;
mod handlers;
mod reading;

use utoipa_actix_web::service_config::ServiceConfig;

/// The addresses of links.
pub(super) fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(handlers::ambition_links)
        .service(handlers::make_ambition_link)
        .service(handlers::revoke_ambition_link)
        .service(handlers::shared_ambition);
}
