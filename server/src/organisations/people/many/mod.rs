//! Many people at once, from a list or a table that was pasted or uploaded. A preview says of each row what would come of
//! it; then all of them are invited, or nobody.

mod api;
mod handlers;
mod inviting;
mod reading;

pub(super) use self::handlers::import_accounts;
