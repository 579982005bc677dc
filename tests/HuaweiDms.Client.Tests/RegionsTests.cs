namespace HuaweiDms.Client.Tests;

/// <summary>Addresses of services.</summary>
public sealed class RegionsTests
{
    [Theory]
    [InlineData(DmsService.Kafka, "cn-north-4", "https://dms.cn-north-4.myhuaweicloud.com/")]
    [InlineData(DmsService.Kafka, " CN-North-4 ", "https://dms.cn-north-4.myhuaweicloud.com/")]
    [InlineData(DmsService.Kafka, "eu-west-101", "https://dms.eu-west-101.myhuaweicloud.eu/")]
    [InlineData(DmsService.Dcs, "eu-west-101", "https://dcs.eu-west-101.myhuaweicloud.com/")]
    [InlineData(DmsService.Iam, "eu-west-101", "https://iam.eu-west-101.myhuaweicloud.eu/")]
    [InlineData(DmsService.Iam, "cn-north-4", "https://iam.cn-north-4.myhuaweicloud.com/")]
    [InlineData(DmsService.Iam, "af-north-1", "https://iam.myhuaweicloud.com/")]
    public void The_address_of_a_service_follows_from_the_region(DmsService service, string region, string endpoint)
        => Assert.Equal(endpoint, Regions.EndpointOf(service, region, kafka: null, _ => null).AbsoluteUri);

    [Theory]
    [InlineData(DmsService.Kafka, "HUAWEICLOUD_SDK_REGION_KAFKA_XX_NOWHERE_9", "dms.example, https://second.example", "https://dms.example/")]
    [InlineData(DmsService.Dcs, "HUAWEICLOUD_SDK_REGION_DCS_XX_NOWHERE_9", "https://dcs.example/base", "https://dcs.example/base")]
    [InlineData(DmsService.Iam, "HUAWEICLOUD_SDK_REGION_IAM_XX_NOWHERE_9", "https://iam.example", "https://iam.example/")]
    [InlineData(DmsService.Iam, "HUAWEICLOUD_SDK_IAM_ENDPOINT", "https://iam.example", "https://iam.example/")]
    public void The_environment_takes_precedence(DmsService service, string name, string value, string endpoint)
        => Assert.Equal(endpoint, Regions.EndpointOf(service, "xx-nowhere-9", kafka: null, asked => asked == name ? value : null).AbsoluteUri);

    [Theory]
    [InlineData("https://")]
    [InlineData("ftp://dms.example")]
    [InlineData("a b")]
    public void A_variable_with_an_invalid_address_is_named(string value)
    {
        const string name = "HUAWEICLOUD_SDK_REGION_KAFKA_CN_NORTH_4";

        DmsException refused = Assert.Throws<DmsException>(() => Regions.EndpointOf(DmsService.Kafka, "cn-north-4", kafka: null, asked => asked == name ? value : null));

        Assert.Equal(name, refused.ParameterName);
    }

    [Theory]
    [InlineData(DmsService.Kafka, "cn-noth-4", "cn-north-4")]
    [InlineData(DmsService.Dcs, "ap-southeast1", "ap-southeast-1")]
    [InlineData(DmsService.Kafka, "beijing", null)]
    [InlineData(DmsService.Kafka, "evil.example/x", null)]
    public void An_unknown_region_is_an_error_with_the_known_and_the_closest_ones(DmsService service, string region, string? nearest)
    {
        DmsException refused = Assert.Throws<DmsException>(() => Regions.EndpointOf(service, region, kafka: null, _ => null));

        Assert.Equal((DmsErrorKind.InvalidArgument, "HuaweiDms.UnknownRegion", "Region"), (refused.Kind, refused.ErrorId, refused.ParameterName));
        Assert.All(Regions.Known, known => Assert.Contains(known, refused.Message, StringComparison.Ordinal));
        Assert.Equal(nearest is not null, refused.Advice!.Contains($"Did you mean '{nearest}'?", StringComparison.Ordinal));
        Assert.Equal(nearest is not null, refused.Advice.Contains("Did you mean", StringComparison.Ordinal));
        Assert.Contains("Endpoint", refused.Advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://dms.xx-nowhere-9.myhuaweicloud.com", "https://iam.myhuaweicloud.com/")]
    [InlineData("https://dms.xx-nowhere-9.myhuaweicloud.eu", "https://iam.myhuaweicloud.com/")]
    [InlineData("https://dms.xx-nowhere-9.example.com", null)]
    [InlineData("https://myhuaweicloud.com.example.com", null)]
    [InlineData(null, null)]
    public void The_credential_for_an_unknown_region_goes_to_the_public_identity_service_only_if_DMS_is_public(string? kafka, string? endpoint)
    {
        Uri Find() => Regions.EndpointOf(DmsService.Iam, "xx-nowhere-9", kafka is null ? null : new(kafka), _ => null);
        if (endpoint is not null)
        {
            Assert.Equal(endpoint, Find().AbsoluteUri);
            return;
        }

        DmsException refused = Assert.Throws<DmsException>(Find);

        Assert.Equal((DmsErrorKind.InvalidArgument, "HuaweiDms.EndpointMissing", "IamEndpoint"), (refused.Kind, refused.ErrorId, refused.ParameterName));
        Assert.Contains("-IamEndpoint", refused.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void There_are_34_regions_of_which_27_have_their_own_identity_service()
    {
        Assert.Equal(34, Regions.Known.Distinct().Count());
        Assert.Equal(Regions.Known.Order(StringComparer.Ordinal), Regions.Known);
        Assert.Equal(27, Regions.Known.Count(region => Regions.EndpointOf(DmsService.Iam, region, kafka: null, _ => null).Host != "iam.myhuaweicloud.com"));
    }
}
