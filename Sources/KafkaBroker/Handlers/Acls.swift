import KafkaWire

// DescribeAcls (29), CreateAcls (30), DeleteAcls (31), versions 1-3.
// Behaviour: that of a broker without an authorizer: 54, for each rule.
// Deviations: none known.

extension Engine {
    private static let noAuthorizer = "No Authorizer is configured."

    func describeAcls(_ request: DescribeAclsRequest, _ context: RequestContext) -> Reply {
        .ready(
            DescribeAclsResponse(
                errorCode: .securityDisabled, errorMessage: "No Authorizer is configured on the broker"))
    }

    func createAcls(_ request: CreateAclsRequest, _ context: RequestContext) -> Reply {
        .ready(
            CreateAclsResponse(
                results: request.creations.map { _ in
                    .init(errorCode: .securityDisabled, errorMessage: Self.noAuthorizer)
                }))
    }

    func deleteAcls(_ request: DeleteAclsRequest, _ context: RequestContext) -> Reply {
        .ready(
            DeleteAclsResponse(
                filterResults: request.filters.map { _ in
                    .init(errorCode: .securityDisabled, errorMessage: Self.noAuthorizer)
                }))
    }
}
