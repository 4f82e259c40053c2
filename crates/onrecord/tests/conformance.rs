//! Every processor of the standard list keeps to what all must keep to.

#[test]
fn the_standard_list_conforms() {
    onrecord_testkit::conformance(&onrecord::standard());
}
