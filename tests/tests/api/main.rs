//! The server as its clients know it: over HTTP and WebSocket, on SQLite and on PostgreSQL.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failed expectation is a failed test")]

mod demo;
mod first_admin;
mod health;
mod live;
mod matrix;
mod metrics;
mod openapi;
mod partnerships;
mod problems;
mod sessions;
mod web;
