//! Suggestions: who could best take on which role, when everybody and every role is looked at together.
//!
//! It is worked out for those who lead, when they ask; nothing is decided by it. They propose a role to somebody as they
//! would without it, and that person accepts or declines.
//!
//! A fit counts what all who take part may see of somebody: core qualities and drives that are visible to all, what others
//! recognised and they accepted; and the energy that they share with those who lead. What is kept to a smaller circle counts
//! as if it were not said, so nobody can compute it back from a fit, and every lead has the same suggestion. What somebody
//! wishes with nobody else knowing holds all the same: they are not available, and it is not told why.

mod api;
mod dividing;
mod error;
mod explaining;
mod gathering;
mod handlers;

use utoipa_actix_web::service_config::ServiceConfig;

/// The addresses of this feature.
pub(crate) fn routes(config: &mut ServiceConfig<'_>) {
    config.service(handlers::suggestion).service(handlers::explanation);
}
