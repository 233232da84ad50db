//! The accounts of an organisation: who is invited, who administers it, who is deactivated.

mod administering;
mod api;
mod handlers;
mod many;
mod store;

use utoipa_actix_web::service_config::ServiceConfig;

/// Their addresses.
pub(super) fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(handlers::accounts)
        .service(handlers::invite_account)
        .service(many::import_accounts)
        .service(handlers::change_account)
        .service(handlers::deactivate_account)
        .service(handlers::reactivate_account)
        .service(handlers::invite_account_again)
        .service(handlers::reset_account_password);
}
