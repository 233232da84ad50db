//! Links by which people outside a partnership read its ambition: to convince colleagues.
//!
//! What stands in a link is told once, to who makes it, and kept nowhere; it stands after the `#`, which browsers send to
//! nobody, and reaches us in the body of a request, which no log holds. A link ends by itself, and can be ended before.
//! By it one reads the version that the partners share, or else the one that is before them, and nothing else.

mod api;
mod handlers;
mod keeping;
mod reading;
mod store;

use utoipa_actix_web::service_config::ServiceConfig;

/// The addresses of links.
pub(super) fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(handlers::ambition_links)
        .service(handlers::make_ambition_link)
        .service(handlers::revoke_ambition_link)
        .service(handlers::shared_ambition);
}
