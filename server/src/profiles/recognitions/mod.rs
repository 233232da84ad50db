//! What others recognise in somebody: a core quality, with an example.
//!
//! Whom it is about sees it first, and alone but for who gave it. They can thank for it, accept it, or keep it out of
//! sight. What is accepted counts in how well a role fits them, and is seen by those who see their qualities. That
//! something is kept out of sight is nobody else's business: to who gave it, it looks as one that nothing was done with.

mod answering;
mod api;
mod giving;
mod handlers;
mod reading;
mod store;

use utoipa_actix_web::service_config::ServiceConfig;

pub(super) use self::store::shown_to_all;

/// The addresses of recognitions.
pub(super) fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(handlers::recognitions)
        .service(handlers::recognise)
        .service(handlers::answer_recognition)
        .service(handlers::thank_for_recognition)
        .service(handlers::take_recognition_back);
}
