namespace HuaweiDms;

/// <summary>A diagnosis as the list shows it; its report has the findings.</summary>
public sealed class DiagnosisSummary : DiagnosisRecord;
