//! Rebuilds the binary when a rule file is added, changed or removed, since the rules are embedded in it.

fn main() {
    println!("cargo::rerun-if-changed=rules");
}
