//! Who did what with the installation, or with an organisation and its accounts: the audit log, to read and to take along.

mod api;
mod handlers;
mod store;

use utoipa_actix_web::service_config::ServiceConfig;

/// Its addresses.
pub(super) fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(handlers::platform_audit)
        .service(handlers::export_platform_audit)
        .service(handlers::organisation_audit)
        .service(handlers::export_organisation_audit);
}
