//! Rebuilds the server when the web was built anew: cargo does not see files that are embedded by a macro.

fn main() {
    println!("cargo:rerun-if-changed=../web/dist");
}
