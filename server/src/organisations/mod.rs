//! Organisations, and the people who have an account of them.
//!
//! Who administers the installation adds organisations, confirms those that a partnership invited, and suspends and
//! resumes them. Who administers an organisation invites its people, deactivates and reactivates their accounts, and says
//! who administers it besides. Neither sees anything that is written in a partnership because of that.
//!
//! Whoever is deactivated, or whose organisation is suspended, is signed out and disconnected at once, and nothing they
//! send after that is kept. What they wrote stays, under their name; and everything can be undone. An organisation that
//! has an administrator does not lose its last one.

mod api;
mod deeds;
mod error;
mod handlers;
mod page;
mod people;
mod running;
mod store;
mod trail;

use utoipa_actix_web::service_config::ServiceConfig;

/// The addresses of this feature.
pub(crate) fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(handlers::organisations)
        .service(handlers::add_organisation)
        .service(handlers::organisation)
        .service(handlers::rename_organisation)
        .service(handlers::confirm_organisation)
        .service(handlers::suspend_organisation)
        .service(handlers::resume_organisation)
        .configure(people::routes)
        .configure(trail::routes);
}
