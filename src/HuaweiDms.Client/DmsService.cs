namespace HuaweiDms;

/// <summary>A service of Huawei Cloud that can be called.</summary>
public enum DmsService
{
    /// <summary>Distributed Message Service for Kafka.</summary>
    Kafka,

    /// <summary>Distributed Cache Service.</summary>
    Dcs,

    /// <summary>Identity and Access Management.</summary>
    Iam,
}
