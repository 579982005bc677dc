namespace HuaweiDms;

/// <summary>The services of Huawei Cloud that this library calls.</summary>
public enum DmsService
{
    /// <summary>Distributed Message Service for Kafka.</summary>
    Kafka,

    /// <summary>Distributed Cache Service.</summary>
    Dcs,

    /// <summary>Identity and Access Management.</summary>
    Iam,
}
